package org.wardlight.alerting.desk;

/**
 * What became of an acknowledgement.
 *
 * @param body the alarm as it was told to the first asker; empty unless done
 */
public record AcknowledgeAnswer(Outcome outcome, String body) {

    /** What became of it. */
    public enum Outcome {
        /** The alarm is owned, by this request or an earlier one. */
        DONE,
        /** There is no such alarm. */
        UNKNOWN,
        /** The alarm is closed. */
        CLOSED,
        /** The idempotency key belongs to another request. */
        KEY_REUSED
    }

    static AcknowledgeAnswer of(Outcome outcome) {
        return new AcknowledgeAnswer(outcome, "");
    }
}
