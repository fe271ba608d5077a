package org.wardlight.stream.window;

/** What is counted about windows beside the windows. */
public enum WindowTally {
    /** Readings timed so far from their arrival that no window takes them: an error before this point. */
    UNTIMELY,
    /** Ten seconds given up before their time, because too many of one patient were open. */
    CROWDED_OUT,
    /** A message, or the open windows of a patient, lost to an error of ours: alarms must go on. */
    FAILED
}
