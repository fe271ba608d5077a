package org.wardlight.stream.scoring;

import static org.wardlight.stream.scoring.AdvisoryState.NEVER;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.wardlight.events.v1.ConditionPhase;
import org.wardlight.events.v1.EndCause;
import org.wardlight.events.v1.Score;
import org.wardlight.events.v1.ScoreKind;

/**
 * Turns the answers of one model about one patient into an advisory condition, and decides which of them are published.
 *
 * <pre>
 *                   no condition                          condition open
 * value high        start after the on-delay              keep
 * value not high    forget since when it was high         end after the off-delay
 * no value          keep waiting                          keep; the off-delay begins anew: lost data ends nothing
 * not promoted      nothing                               end, context ended
 * stay over         nothing                               end, context ended
 * </pre>
 *
 * High is at or above the model's threshold. Delays run on the ingest clock.
 */
final class Advisory {

    /** An answer that says the same is published this often. */
    private static final long PUBLISH_EVERY = Duration.ofSeconds(60).toMillis();
    /** A smaller difference of how unlike something is says the same. */
    private static final double SAME_ANOMALY = 0.2;
    /** A probability is another one when it differs by a fifth, and by more than a nurse would see of a small one. */
    private static final double SAME_SHARE = 0.2;

    private static final double SAME_RISK = 0.002;

    private final AdvisoryState state;
    private final long onDelayMillis;
    private final long offDelayMillis;

    Advisory(AdvisoryState state, long onDelayMillis, long offDelayMillis) {
        this.state = state;
        this.onDelayMillis = onDelayMillis;
        this.offDelayMillis = offDelayMillis;
    }

    /** What becomes of a condition. */
    record Step(ConditionPhase phase, long onsetMillis, EndCause cause) {}

    /** Takes an answer. */
    Optional<Step> take(Score score) {
        long now = score.getTimeMs();
        if (score.getShadow()) {
            state.highSince = NEVER;
            return end(EndCause.CONTEXT_ENDED);
        }
        if (!score.getUnavailable().isEmpty()) {
            state.lowSince = NEVER;
            return Optional.empty();
        }
        return score.getLower() >= score.getThreshold() ? high(now) : low(now);
    }

    /** The stay is over, or nothing comes any more. */
    Optional<Step> over() {
        return end(EndCause.CONTEXT_ENDED);
    }

    /** Whether the answer is news; if so, it counts as published. */
    boolean publish(Score score) {
        boolean available = score.getUnavailable().isEmpty();
        double value = available ? score.getLower() : Double.NaN;
        int words = Objects.hash(score.getUnavailable(), score.getDegraded(), score.getShadow(), score.getPolicy());
        boolean due = state.publishedMillis == NEVER || score.getTimeMs() - state.publishedMillis >= PUBLISH_EVERY;
        boolean crossed = (value >= score.getThreshold()) != (state.published >= score.getThreshold());
        if (!due && words == state.publishedWords && !crossed && !differs(score.getKind(), value)) {
            return false;
        }
        state.published = value;
        state.publishedWords = words;
        state.publishedMillis = score.getTimeMs();
        return true;
    }

    private boolean differs(ScoreKind kind, double value) {
        double same = kind == ScoreKind.ANOMALY ? SAME_ANOMALY : Math.max(SAME_RISK, SAME_SHARE * state.published);
        // False for NaN: whether there is a value at all is in the words.
        return Math.abs(value - state.published) >= same;
    }

    private Optional<Step> high(long now) {
        state.lowSince = NEVER;
        if (state.onsetMillis != NEVER) {
            return Optional.empty();
        }
        if (state.highSince == NEVER) {
            state.highSince = now;
        }
        if (now - state.highSince < onDelayMillis) {
            return Optional.empty();
        }
        state.onsetMillis = state.highSince;
        return Optional.of(new Step(ConditionPhase.CONDITION_START, state.onsetMillis, EndCause.END_CAUSE_UNSPECIFIED));
    }

    private Optional<Step> low(long now) {
        state.highSince = NEVER;
        if (state.onsetMillis == NEVER) {
            return Optional.empty();
        }
        if (state.lowSince == NEVER) {
            state.lowSince = now;
        }
        return now - state.lowSince < offDelayMillis ? Optional.empty() : end(EndCause.RETURNED_TO_NORMAL);
    }

    private Optional<Step> end(EndCause cause) {
        if (state.onsetMillis == NEVER) {
            return Optional.empty();
        }
        Step step = new Step(ConditionPhase.CONDITION_END, state.onsetMillis, cause);
        state.onsetMillis = NEVER;
        state.highSince = NEVER;
        state.lowSince = NEVER;
        return Optional.of(step);
    }
}
