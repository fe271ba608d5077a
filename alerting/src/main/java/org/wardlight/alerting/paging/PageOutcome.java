package org.wardlight.alerting.paging;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What became of one attempt.
 *
 * @param reason why it failed, as in metrics; for example {@code http-503}, {@code timeout}
 * @param retryAfter what the receiver asked for
 */
record PageOutcome(Kind kind, String reason, @Nullable Duration retryAfter) {

    enum Kind {
        DELIVERED,
        TRY_AGAIN,
        REFUSED,
        WITHDRAWN,
        ELSEWHERE
    }

    static PageOutcome delivered() {
        return new PageOutcome(Kind.DELIVERED, "", null);
    }

    static PageOutcome tryAgain(String reason, @Nullable Duration retryAfter) {
        return new PageOutcome(Kind.TRY_AGAIN, reason, retryAfter);
    }

    static PageOutcome refused(String reason) {
        return new PageOutcome(Kind.REFUSED, reason, null);
    }

    /** Another instance sends it, or it has arrived: nothing to record. */
    static PageOutcome elsewhere() {
        return new PageOutcome(Kind.ELSEWHERE, "another instance has taken it over, or it has arrived", null);
    }

    static PageOutcome withdrawn() {
        return new PageOutcome(
                Kind.WITHDRAWN, "somebody had acknowledged, or it was over, before it could be delivered", null);
    }
}
