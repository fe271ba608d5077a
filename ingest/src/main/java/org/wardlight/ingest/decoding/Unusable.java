package org.wardlight.ingest.decoding;

import org.wardlight.events.RejectionReason;

/** Leaves a decoder from wherever it finds out that the message cannot be used. Never leaves this package. */
final class Unusable extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int QUOTED_LENGTH = 64;

    private final RejectionReason reason;

    Unusable(RejectionReason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    static Unusable malformed(String detail) {
        return new Unusable(RejectionReason.MALFORMED, detail);
    }

    static Unusable impossible(String detail) {
        return new Unusable(RejectionReason.IMPOSSIBLE_VALUE, detail);
    }

    /** A text from outside, made safe for a sentence: short and without control characters. */
    static String quoted(String text) {
        String start = text.length() > QUOTED_LENGTH ? text.substring(0, QUOTED_LENGTH) + "..." : text;
        return "'" + start.replaceAll("\\p{Cntrl}", "?") + "'";
    }

    Decoded.Rejected rejection() {
        return new Decoded.Rejected(reason, String.valueOf(getMessage()));
    }
}
