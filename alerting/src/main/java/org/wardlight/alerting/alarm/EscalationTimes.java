package org.wardlight.alerting.alarm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How long people and receivers have, ward time. The standard values are those of the rules in {@link Alarm}; a ward sets its
 * own by its risk analysis.
 *
 * @param answer for a person to answer before the next one is asked
 * @param accepted for an alarm that somebody has accepted to be acknowledged or over before the next one is asked
 * @param acknowledged for an acknowledged alarm whose condition goes on, until it calls again
 * @param secondChannelAfter without a receipt, until the same page goes out on the receiver's second channel
 * @param undeliveredAfter without a receipt on any channel, until the next one is asked
 * @param remindEvery between two calls to the whole unit when nobody answered
 * @param holdOff after an alarm closed, during which the same one of no higher priority asks nobody
 */
public record EscalationTimes(
        TimesByPriority answer,
        TimesByPriority accepted,
        TimesByPriority acknowledged,
        Duration secondChannelAfter,
        Duration undeliveredAfter,
        Duration remindEvery,
        Duration holdOff) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** Proposed by Wardlight, after IEC 60601-1-8 (Dräger and Philips use the like). */
    public static EscalationTimes standard() {
        return new EscalationTimes(
                new TimesByPriority(Duration.ofSeconds(60), Duration.ofMinutes(3), Duration.ofMinutes(15)),
                new TimesByPriority(Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofMinutes(15)),
                new TimesByPriority(Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ZERO),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofSeconds(60));
    }

    /** The same with other times to answer. */
    public EscalationTimes answeringWithin(TimesByPriority other) {
        return new EscalationTimes(
                other, accepted, acknowledged, secondChannelAfter, undeliveredAfter, remindEvery, holdOff);
    }

    /** What is wrong with these settings, each problem with its key. */
    public List<String> problems(String prefix) {
        List<String> problems = new ArrayList<>(answer.problems(prefix, false));
        problems.addAll(accepted.problems(prefix + ".accepted", false));
        problems.addAll(acknowledged.problems(prefix + ".acknowledged", true));
        between(problems, prefix + ".second-channel-after", secondChannelAfter, SHORTEST);
        between(problems, prefix + ".undelivered-after", undeliveredAfter, secondChannelAfter.plusSeconds(1));
        between(problems, prefix + ".remind-every", remindEvery, SHORTEST);
        between(problems, prefix + ".hold-off", holdOff, Duration.ZERO);
        return problems;
    }

    private static void between(List<String> problems, String key, Duration value, Duration shortest) {
        if (value.compareTo(shortest) < 0 || value.compareTo(LONGEST) > 0) {
            problems.add(key + ": must lie between " + shortest + " and " + LONGEST + ", not " + value);
        }
    }
}
