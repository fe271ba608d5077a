package org.wardlight.alerting.alarm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wardlight.events.v1.Severity;

/**
 * How long a person has to answer before the next one is asked, ward time.
 *
 * @param high high priority: immediate response
 * @param medium medium priority: prompt response
 * @param low low priority: awareness
 */
public record EscalationTimes(Duration high, Duration medium, Duration low) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    /** One minute, three minutes, a quarter of an hour. A ward sets its own by its risk analysis. */
    public static EscalationTimes standard() {
        return new EscalationTimes(Duration.ofSeconds(60), Duration.ofMinutes(3), Duration.ofMinutes(15));
    }

    Duration of(Severity severity) {
        return switch (severity) {
            case SEVERITY_HIGH -> high;
            case SEVERITY_MEDIUM -> medium;
            default -> low;
        };
    }

    /** What is wrong with these settings, each problem with its key. */
    public List<String> problems(String prefix) {
        List<String> problems = new ArrayList<>();
        Map.of("high", high, "medium", medium, "low", low).forEach((key, value) -> {
            if (value.compareTo(SHORTEST) < 0 || value.compareTo(LONGEST) > 0) {
                problems.add(prefix + "." + key + ": must lie between 1 s and 1 h, not " + value);
            }
        });
        return problems;
    }
}
