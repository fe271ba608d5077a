package org.wardlight.models;

/** A model gives no answer; the message says why, in a sentence for the ward's engineer. */
public final class ModelFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With its reason. */
    public ModelFailure(String reason) {
        super(reason);
    }

    /** With its reason and cause. */
    public ModelFailure(String reason, Throwable cause) {
        super(reason, cause);
    }
}
