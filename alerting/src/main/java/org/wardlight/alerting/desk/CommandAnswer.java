package org.wardlight.alerting.desk;

/**
 * What became of a command.
 *
 * @param body the alarm as it was told to the first asker; empty unless done
 */
public record CommandAnswer(Outcome outcome, String body) {

    /** What became of it. */
    public enum Outcome {
        /** It is so, by this command or an earlier one. */
        DONE,
        /** There is no such alarm. */
        UNKNOWN,
        /** The alarm is closed. */
        CLOSED,
        /** It is not this person's, or this level's, turn. */
        NOT_ASKED,
        /** They are not on the rota of this ward now, nor the nurse of one of its beds, and did not say why they take it. */
        OFF_ROTA,
        /** The idempotency key belongs to another command. */
        KEY_REUSED
    }

    static CommandAnswer of(Outcome outcome) {
        return new CommandAnswer(outcome, "");
    }
}
