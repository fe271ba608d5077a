package org.wardlight.station.trends;

/** A request for trends that cannot be understood; the message is one sentence for a person. */
public final class InvalidTrendRequest extends Exception {

    private static final long serialVersionUID = 1L;

    InvalidTrendRequest(String sentence) {
        super(sentence);
    }
}
