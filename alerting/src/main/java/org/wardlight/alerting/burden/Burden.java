package org.wardlight.alerting.burden;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a time and a ward. Per patient-day and per nurse-hour they become comparable: how long people were monitored
 * and nursed is known elsewhere. On general wards with wearables about 10 alarms a patient-day were observed (Welch 2016,
 * J Clin Monit Comput 10.1007/s10877-015-9790-8); 80 to 99 % of alarms need nobody (Cvach 2014, 10.1097/NCQ.0b013e3182a61887).
 *
 * @param alarms how many were raised
 * @param byPriority how many of each priority
 * @param byKind how many of each kind
 * @param pages how many pages about them were delivered
 * @param answered how many somebody has accepted or acknowledged
 * @param medianResponseMillis from raised to the first answer; null when nobody has answered
 * @param ninetiethResponseMillis the 90th percentile of the same
 * @param notActionable how many were acknowledged as having needed nobody
 * @param reasons why, the most frequent first
 * @param topBeds the beds with most alarms
 * @param topRules the rules with most alarms
 */
public record Burden(
        int alarms,
        Map<String, Integer> byPriority,
        Map<String, Integer> byKind,
        int pages,
        int answered,
        @Nullable Long medianResponseMillis,
        @Nullable Long ninetiethResponseMillis,
        int notActionable,
        List<Share> reasons,
        List<Share> topBeds,
        List<Share> topRules) {

    private static final int TOP = 10;

    /** How many of the alarms have this name. */
    public record Share(String name, int alarms) {}

    /** The figures of these alarms. */
    public static Burden of(List<RaisedAlarm> raised) {
        List<Long> responses = raised.stream()
                .filter(alarm -> alarm.answeredMillis() != null)
                .map(alarm -> alarm.answeredMillis() - alarm.raisedMillis())
                .sorted()
                .toList();
        List<String> why = raised.stream()
                .flatMap(alarm -> Optional.ofNullable(alarm.notActionable()).stream())
                .toList();
        return new Burden(
                raised.size(),
                count(raised, RaisedAlarm::priority),
                count(raised, RaisedAlarm::kind),
                raised.stream().mapToInt(RaisedAlarm::pages).sum(),
                responses.size(),
                percentile(responses, 50),
                percentile(responses, 90),
                why.size(),
                top(why),
                top(raised.stream().map(RaisedAlarm::bedId).toList()),
                top(raised.stream().map(RaisedAlarm::rule).toList()));
    }

    private static Map<String, Integer> count(List<RaisedAlarm> raised, Function<RaisedAlarm, String> by) {
        return raised.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.summingInt(alarm -> 1)));
    }

    private static List<Share> top(List<String> names) {
        Map<String, Integer> counted = new LinkedHashMap<>();
        names.stream().filter(name -> !name.isEmpty()).forEach(name -> counted.merge(name, 1, Integer::sum));
        return counted.entrySet().stream()
                .map(entry -> new Share(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(Share::alarms).reversed().thenComparing(Share::name))
                .limit(TOP)
                .toList();
    }

    /** Nearest rank. */
    private static @Nullable Long percentile(List<Long> sorted, int percent) {
        return sorted.isEmpty() ? null : sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }
}
