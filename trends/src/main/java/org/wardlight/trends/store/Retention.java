package org.wardlight.trends.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long rows are kept; zero for ever.
 *
 * @param fine windows of ten seconds
 * @param rest everything else; when absent, 730 days in QuestDB and whatever the bucket's own rule says in InfluxDB
 */
public record Retention(Duration fine, @Nullable Duration rest) {

    /** A week of ten-second windows; the rest by default. */
    public static final Retention STANDARD = new Retention(Duration.ofDays(7), null);

    private static final Duration REST = Duration.ofDays(730);

    /** Every problem by its key. */
    public List<String> problems(String prefix) {
        List<String> problems = new ArrayList<>();
        check(prefix + ".fine", fine, problems);
        if (rest != null) {
            check(prefix + ".long", rest, problems);
        }
        return problems;
    }

    /** Days after which a table that holds everything drops its oldest; 0 for never. */
    int tableDays() {
        Duration longest = rest == null ? REST : rest;
        if (fine.isZero() || longest.isZero()) {
            return 0;
        }
        Duration kept = fine.compareTo(longest) > 0 ? fine : longest;
        return Math.toIntExact(kept.plusDays(1).minusNanos(1).toDays());
    }

    private static void check(String key, Duration kept, List<String> problems) {
        if (!kept.isZero() && (kept.compareTo(Duration.ofDays(1)) < 0 || kept.compareTo(Duration.ofDays(36_500)) > 0)) {
            problems.add(key + " must be zero, or lie between 1 and 36500 days");
        }
    }
}
