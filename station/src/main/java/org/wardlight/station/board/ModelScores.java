package org.wardlight.station.board;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.v1.Score;
import org.wardlight.events.v1.ScoreFailure;
import org.wardlight.events.v1.ScoreKind;
import org.wardlight.events.v1.ScoreReason;
import org.wardlight.station.board.Tile.ModelScore;
import org.wardlight.station.board.Tile.Reason;

/**
 * What models say of one patient: the newest score of each kind, and the hour before it, so that a tile can tell whether it
 * rises. Models of the same kind push each other out; one that may page goes before one in shadow.
 */
final class ModelScores {

    private static final long HOUR_MILLIS = Duration.ofHours(1).toMillis();
    /** A smaller change of a probability is none, on a tile. */
    private static final double STEADY_SHARE = 0.2;

    private static final double STEADY = 0.002;
    private static final double WHOLE_PERCENT_FROM = 0.1;

    private record Known(long time, double value) {}

    private final Map<ScoreKind, Score> newest = new EnumMap<>(ScoreKind.class);
    private final Map<ScoreKind, Deque<Known>> hour = new EnumMap<>(ScoreKind.class);

    /** Takes a score of a model if it is the newest of its kind; says whether it is. */
    boolean take(Score score) {
        ScoreKind kind = score.getKind();
        if (kind != ScoreKind.DETERIORATION && kind != ScoreKind.ANOMALY) {
            return false;
        }
        Score before = newest.get(kind);
        if (before != null && (before.getTimeMs() > score.getTimeMs() || isPreferred(before, score))) {
            return false;
        }
        if (before != null && !before.getScoreId().equals(score.getScoreId())) {
            hour.remove(kind);
        }
        newest.put(kind, score);
        remember(kind, score);
        return true;
    }

    @Nullable
    ModelScore of(ScoreKind kind) {
        Score score = newest.get(kind);
        return score == null ? null : view(score);
    }

    private static boolean isPreferred(Score before, Score score) {
        boolean another = !before.getScoreId().equals(score.getScoreId());
        boolean recent = score.getTimeMs() - before.getTimeMs() < HOUR_MILLIS;
        return another && recent && !before.getShadow() && score.getShadow();
    }

    private void remember(ScoreKind kind, Score score) {
        Deque<Known> known = hour.computeIfAbsent(kind, none -> new ArrayDeque<>());
        if (score.getUnavailable().isEmpty()) {
            known.addLast(new Known(score.getTimeMs(), score.getLower()));
        }
        while (!known.isEmpty() && score.getTimeMs() - known.getFirst().time() > HOUR_MILLIS) {
            known.removeFirst();
        }
    }

    private ModelScore view(Score score) {
        boolean available = score.getUnavailable().isEmpty();
        return new ModelScore(
                score.getScoreId(),
                score.getTitle(),
                available ? score.getLower() : null,
                available ? text(score) : "--",
                available ? trend(score) : null,
                available && score.hasThreshold() && score.getLower() >= score.getThreshold(),
                score.getShadow(),
                score.hasThreshold() ? score.getThreshold() : null,
                score.hasCompleteness() ? score.getCompleteness() : null,
                score.getReasonsList().stream().map(ModelScores::reason).toList(),
                score.getPolicy(),
                score.getModelHash(),
                Words.textOrNull(score.getUnavailable()),
                score.getFailure() == ScoreFailure.MODEL_FAILED,
                Words.textOrNull(score.getDegraded()),
                score.getTimeMs());
    }

    /** A probability in per cent; what is no probability in hundredths. */
    private static String text(Score score) {
        double value = score.getLower();
        if (score.getKind() == ScoreKind.ANOMALY) {
            return String.format(Locale.ROOT, "%.0f/100", 100 * value);
        }
        return String.format(Locale.ROOT, value < WHOLE_PERCENT_FROM ? "%.1f %%" : "%.0f %%", 100 * value);
    }

    private String trend(Score score) {
        Deque<Known> known = hour.get(score.getKind());
        if (known == null || known.size() < 2) {
            return "steady";
        }
        double before = known.getFirst().value();
        double change = score.getLower() - before;
        if (Math.abs(change) < Math.max(STEADY, STEADY_SHARE * before)) {
            return "steady";
        }
        return change > 0 ? "rising" : "falling";
    }

    private static Reason reason(ScoreReason reason) {
        return new Reason(
                reason.getInput(),
                reason.hasValue() ? reason.getValue() : null,
                reason.hasUsual() ? reason.getUsual() : null,
                reason.hasChangePerHour() ? reason.getChangePerHour() : null,
                reason.getContribution());
    }
}
