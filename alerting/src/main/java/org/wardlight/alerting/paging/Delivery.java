package org.wardlight.alerting.paging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How hard a page is tried, wall time.
 *
 * @param connectTimeout to open a connection
 * @param requestTimeout for the whole request and answer
 * @param attempts how often at most, while the alarm is open and nobody has acknowledged it
 * @param firstPause after the first failure; doubles with each one, with jitter
 * @param longestPause the cap, also for what a receiver asks by Retry-After
 */
public record Delivery(
        Duration connectTimeout, Duration requestTimeout, int attempts, Duration firstPause, Duration longestPause) {

    /**
     * Two and five seconds; a thousand attempts, soon ten seconds apart, which is more than two hours. A receiver that
     * was down for minutes gets the page when it is back; nobody else may be there to ask.
     */
    public static Delivery standard() {
        return new Delivery(
                Duration.ofSeconds(2), Duration.ofSeconds(5), 1000, Duration.ofMillis(200), Duration.ofSeconds(10));
    }

    List<String> problems(String prefix) {
        List<String> problems = new ArrayList<>();
        requirePositive(problems, prefix + ".connectTimeout", connectTimeout);
        requirePositive(problems, prefix + ".requestTimeout", requestTimeout);
        requirePositive(problems, prefix + ".firstPause", firstPause);
        if (longestPause.compareTo(firstPause) <= 0) {
            problems.add(prefix + ".longestPause: must be longer than the first pause");
        }
        if (attempts < 1 || attempts > 1000) {
            problems.add(prefix + ".attempts: must lie between 1 and 1000, not " + attempts);
        }
        return problems;
    }

    private static void requirePositive(List<String> problems, String key, Duration value) {
        if (value.toMillis() < 1) {
            problems.add(key + ": must be at least a millisecond, not " + value);
        }
    }
}
