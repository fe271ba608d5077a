package org.wardlight.station.register;

/** Why the register did not do what somebody asked; the message is one sentence for that person. */
public final class RegisterRefusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String sentence;

    RegisterRefusal(Reason reason, String sentence) {
        super(sentence);
        this.reason = reason;
        this.sentence = sentence;
    }

    /** What kind of refusal it is. */
    public Reason reason() {
        return reason;
    }

    /** Why, for a person. */
    public String sentence() {
        return sentence;
    }

    /** Kinds of refusal. */
    public enum Reason {
        UNKNOWN,
        INVALID,
        CONFLICT
    }
}
