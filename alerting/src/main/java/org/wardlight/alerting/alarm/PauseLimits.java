package org.wardlight.alerting.alarm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long anything may be kept quiet, ward time. IEC 60601-1-8 leaves it to the responsible organisation.
 *
 * @param audio sound only
 * @param alarm all signals and pages of a patient, during a procedure
 * @param rule all signals and pages of one rule of a patient
 */
public record PauseLimits(Duration audio, Duration alarm, Duration rule) {

    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofHours(12);

    /** Two minutes, half an hour, four hours. */
    public static PauseLimits standard() {
        return new PauseLimits(Duration.ofMinutes(2), Duration.ofMinutes(30), Duration.ofHours(4));
    }

    /** What is wrong with these settings, each problem with its key. */
    public List<String> problems(String prefix) {
        List<String> problems = new ArrayList<>();
        new TreeMap<>(Map.of("longest-audio", audio, "longest-alarm", alarm, "longest-rule", rule))
                .forEach((key, value) -> {
                    if (value.compareTo(SHORTEST) < 0 || value.compareTo(LONGEST) > 0) {
                        problems.add(prefix + "." + key + ": must lie between 10 s and 12 h, not " + value);
                    }
                });
        return problems;
    }
}
