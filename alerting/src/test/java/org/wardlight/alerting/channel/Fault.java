package org.wardlight.alerting.channel;

/** What a receiver may do instead of taking a page. */
public enum Fault {
    NONE,
    /** Asks for seven seconds: 429, or 451 where mail is concerned. */
    BUSY,
    /** 400, or 550. */
    REFUSES,
    /** 503, or 421 and closes. */
    FAILS,
    /** Takes the request and says nothing. */
    HANGS,
    /** Answers with a byte every tenth of a second, for ever. */
    DRIPS,
    /** Closes in the middle of its answer. */
    BREAKS_OFF
}
