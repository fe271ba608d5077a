package org.wardlight.alerting.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What became of one attempt.
 *
 * @param reason why it failed, as in metrics; for example {@code http-503}, {@code timeout}
 * @param retryAfter what the receiver asked for
 */
public record PageOutcome(
        Kind kind, String reason, @Nullable Duration retryAfter) {

    /** What follows from it. */
    public enum Kind {
        /** The receiver has it. */
        DELIVERED,
        /** It may go another time. */
        TRY_AGAIN,
        /** It will never go. */
        REFUSED,
        /** Nobody needs it any more. */
        WITHDRAWN,
        /** Another instance sends it. */
        ELSEWHERE
    }

    /** The receiver has it. */
    public static PageOutcome delivered() {
        return new PageOutcome(Kind.DELIVERED, "", null);
    }

    /** It may go another time; {@code retryAfter} is what the receiver asked for. */
    public static PageOutcome tryAgain(String reason, @Nullable Duration retryAfter) {
        return new PageOutcome(Kind.TRY_AGAIN, reason, retryAfter);
    }

    /** It will never go. */
    public static PageOutcome refused(String reason) {
        return new PageOutcome(Kind.REFUSED, reason, null);
    }

    /** Another instance sends it, or it has arrived: nothing to record. */
    public static PageOutcome elsewhere() {
        return new PageOutcome(Kind.ELSEWHERE, "another instance has taken it over, or it has arrived", null);
    }

    /** Nobody needs it any more. */
    public static PageOutcome withdrawn() {
        return new PageOutcome(
                Kind.WITHDRAWN, "somebody had acknowledged, or it was over, before it could be delivered", null);
    }
}
