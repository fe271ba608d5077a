package org.wardlight.stream.window;

/** A window that may still change. Keyed state of the job, therefore public and mutable. */
public abstract class OpenWindow {
    /** Where it begins, device time, ms. */
    public long startMillis;
    /** 0 when it was opened in time, else by when it was opened: no two of the same window have the same. */
    public int part;
    /** What came so far. */
    public WindowAccumulator numbers = new WindowAccumulator();

    /** Its length, ms. */
    abstract int resolutionMillis();
}
