package org.wardlight.station.trends;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardlight.trends.reading.ScorePoint;

/**
 * A score that stayed the same for a while. A patient has one every minute, most of them like the one before: a chart needs
 * where it changed and until when it is known.
 *
 * @param time of the first score like this
 * @param until of the last one; after it nothing is known until the next run
 * @param lower lower bound; absent while there is no score
 * @param upper upper bound; absent while there is no score
 * @param complete whether every input was known
 * @param missing parameters without a usable input
 * @param stale parameters whose input was too old to count
 * @param unavailable why there is no score; absent when there is one
 */
public record ScoreRun(
        long time,
        long until,
        @Nullable Double lower,
        @Nullable Double upper,
        boolean complete,
        @Nullable String bandLower,
        @Nullable String bandUpper,
        List<String> missing,
        List<String> stale,
        @Nullable String unavailable) {

    /** A score is written every minute; a longer silence than three is one. */
    private static final long SILENCE_MS = Duration.ofMinutes(3).toMillis();

    /** Copies the lists. */
    public ScoreRun {
        missing = List.copyOf(missing);
        stale = List.copyOf(stale);
    }

    /** Puts scores, oldest first, together to runs. */
    static List<ScoreRun> of(List<ScorePoint> points) {
        List<ScoreRun> runs = new ArrayList<>();
        ScorePoint before = null;
        for (ScorePoint point : points) {
            long time = point.time().toEpochMilli();
            if (before != null && goesOn(before, point)) {
                runs.add(runs.remove(runs.size() - 1).until(time));
            } else {
                runs.add(begin(point, time));
            }
            before = point;
        }
        return runs;
    }

    private static boolean goesOn(ScorePoint before, ScorePoint point) {
        long silence = point.time().toEpochMilli() - before.time().toEpochMilli();
        return silence <= SILENCE_MS && begin(before, 0).equals(begin(point, 0));
    }

    private static ScoreRun begin(ScorePoint point, long time) {
        return new ScoreRun(
                time,
                time,
                point.lower(),
                point.upper(),
                point.complete(),
                textOrNull(point.bandLower()),
                textOrNull(point.bandUpper()),
                parameters(point.missing()),
                parameters(point.stale()),
                textOrNull(point.unavailable()));
    }

    private ScoreRun until(long later) {
        return new ScoreRun(time, later, lower, upper, complete, bandLower, bandUpper, missing, stale, unavailable);
    }

    private static List<String> parameters(String withCommas) {
        return withCommas.isEmpty() ? List.of() : List.of(withCommas.split(",", -1));
    }

    private static @Nullable String textOrNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
