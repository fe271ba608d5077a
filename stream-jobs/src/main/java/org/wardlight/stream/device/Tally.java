package org.wardlight.stream.device;

/** What is counted about a device's history; nothing disappears without one of these. */
public enum Tally {
    /** The same message again: dropped. */
    DUPLICATE,
    /** A number is missing: what followed it went on without it. */
    GAP,
    /** A later message had been applied already: history only. */
    OVERTAKEN,
    /** Measured more than two minutes before it arrived: history only. */
    LATE,
    /** The device's clock could not be believed: judged at its arrival. */
    CLOCK_DISTRUSTED,
    /** Nobody wore the device then: waits for an association. */
    UNASSIGNED,
    /** An association came, before or after the quarantine: given to its wearer after all. */
    RELEASED,
    /** Too many gaps between released numbers: the lowest is closed, and what lies in it can no longer be released. */
    RELEASES_JOINED,
    /** No association came: in quarantine. */
    QUARANTINED,
    /** A limit was violated for less than its on-delay. */
    SUPPRESSED,
    /** A limit was violated again before the off-delay of its open condition was over: no new one. */
    REACTIVATED,
    /** A reading of poor quality, or an artefact by the device's own word: no limit and no score uses it. */
    UNUSABLE_READING,
    /** A value jumped farther than a body does, and the next one did not confirm it. */
    STEP_REJECTED,
    /** A register change, or a limit in it, that this version does not understand. */
    UNUSABLE,
    /** A record that could not be applied because of an error of ours: the ward goes on without it. */
    FAILED
}
