package org.wardlight.alerting.alarm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wardlight.events.v1.Severity;

/**
 * A time for each priority, ward time; zero means never.
 *
 * @param high high priority: immediate response
 * @param medium medium priority: prompt response
 * @param low low priority: awareness
 */
public record TimesByPriority(Duration high, Duration medium, Duration low) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(4);

    /** The time for an alarm of this severity. */
    public Duration of(Severity severity) {
        return switch (severity) {
            case SEVERITY_HIGH -> high;
            case SEVERITY_MEDIUM -> medium;
            default -> low;
        };
    }

    List<String> problems(String prefix, boolean mayBeNever) {
        List<String> problems = new ArrayList<>();
        Map.of("high", high, "medium", medium, "low", low).forEach((key, value) -> {
            boolean inside = value.compareTo(SHORTEST) >= 0 && value.compareTo(LONGEST) <= 0;
            if (!inside && !(mayBeNever && value.isZero())) {
                String never = mayBeNever ? ", or be 0s for never" : "";
                problems.add(prefix + "." + key + ": must lie between 1 s and 4 h" + never + ", not " + value);
            }
        });
        return problems;
    }
}
