package org.wardlight.trends.reading;

/** The trend store does not answer, or not so that it can be understood; the message is one sentence for a person. */
public final class TrendsUnavailable extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why, for a person, and what caused it. */
    public TrendsUnavailable(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** Why, for a person. */
    public TrendsUnavailable(String sentence) {
        super(sentence);
    }
}
