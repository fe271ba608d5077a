package org.wardlight.stream.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wardlight.bench.reference.Told;
import org.wardlight.bench.reference.WardReference;
import org.wardlight.bench.scenario.TroubledWard;
import org.wardlight.events.CareProfiles;
import org.wardlight.events.v1.CareProfile;
import org.wardlight.events.v1.CombinationRule;
import org.wardlight.events.v1.LimitRule;

/**
 * The real job tells exactly what the reference does, record by record: of whom, which rule, since when, when, how grave, and
 * why it ended. The reference is a second implementation in one thread; see its package.
 */
class DifferentialIT {

    /** Of these the reference does not know: they need more than a day. BaselineTest has them. */
    private static final Set<String> NOT_COMPARED = Set.of("unusual-for-patient", "baseline-drift");

    private static final int ENOUGH_CONDITIONS = 500;
    private static final int ENOUGH_OF_EACH = 5;
    private static final Comparator<Told> ORDER = Comparator.comparing(Told::toString);

    @Test
    void tellsExactlyWhatTheReferenceDoes() throws Exception {
        TroubledWard ward = TroubledWard.of(number("differential.seed", 20_261_129), 20, 7_200);

        List<Told> expected = WardReference.of(ward);

        assertSame(ward, expected);
        assertEnoughOfEverything(expected);
    }

    /**
     * By hand, an hour and a half: {@code -Dtest.tags.excluded=none -Dtest.memory=7g}. Two hundred patients, ten at a time: a
     * ward's day stands in memory, at the job's side and at the reference's.
     */
    @Test
    @Tag("long")
    void tellsExactlyWhatTheReferenceDoesOfWholeDays() throws Exception {
        int first = number("differential.seed", 1);
        for (int seed = first; seed < first + number("differential.wards", 20); seed++) {
            System.out.println("differential: seed " + seed);
            TroubledWard ward =
                    TroubledWard.of(seed, number("differential.patients", 10), number("differential.seconds", 86_400));
            assertSame(ward, WardReference.of(ward));
        }
    }

    private static void assertSame(TroubledWard ward, List<Told> expected) throws Exception {
        List<Told> told = JobRun.of(ward.log(), 2).stream()
                .map(Told::of)
                .filter(one -> one.due() <= ward.endMillis() && !NOT_COMPARED.contains(one.rule()))
                .toList();

        System.out.printf(
                "differential: %d records, %d told, %d conditions%n",
                ward.log().size(), expected.size(), starts(expected).count());
        assertThat(differences(expected, told)).isEmpty();
    }

    private static void assertEnoughOfEverything(List<Told> expected) {
        Map<String, Long> byRule =
                starts(expected).collect(Collectors.groupingBy(Told::rule, TreeMap::new, Collectors.counting()));
        System.out.println("differential: " + byRule);
        assertThat(starts(expected).count()).isGreaterThanOrEqualTo(ENOUGH_CONDITIONS);
        assertThat(byRule.keySet()).containsAll(allRules());
        assertThat(byRule)
                .allSatisfy((rule, times) -> assertThat(times).as(rule).isGreaterThanOrEqualTo(ENOUGH_OF_EACH));
    }

    private static Stream<Told> starts(List<Told> told) {
        return told.stream().filter(one -> one.phase().equals("START"));
    }

    private static Set<String> allRules() {
        Set<String> rules = new TreeSet<>(Set.of(
                "no-signal",
                "sensor-off",
                "signal-unusable",
                "flatline",
                "device-lost",
                "clock-wrong",
                "data-loss",
                "unassigned-device",
                "news2",
                "news2-incomplete",
                "sources-disagree",
                "two-devices"));
        Stream.concat(CareProfiles.all().stream(), Stream.of(CareProfiles.standing()))
                .forEach(profile -> {
                    ids(profile, CareProfile::getRulesList, LimitRule::getRule).forEach(rules::add);
                    ids(profile, CareProfile::getCombinationsList, CombinationRule::getRule)
                            .forEach(rules::add);
                });
        return rules;
    }

    private static <R> Stream<String> ids(
            CareProfile profile, Function<CareProfile, List<R>> rules, Function<R, String> id) {
        return rules.apply(profile).stream().map(id);
    }

    /** What is on one side only, in the order of time; a few lines are enough to see what is wrong. */
    private static List<String> differences(List<Told> expected, List<Told> told) {
        List<Told> missing = new ArrayList<>(expected);
        List<Told> surplus = new ArrayList<>();
        Map<Told, Integer> open = new HashMap<>();
        expected.forEach(one -> open.merge(one, 1, Integer::sum));
        for (Told one : told) {
            if (open.merge(one, -1, Integer::sum) < 0) {
                surplus.add(one);
            }
        }
        missing.removeIf(one -> open.merge(one, -1, Integer::sum) < 0);
        Comparator<Told> byTime = Comparator.comparingLong(Told::due).thenComparing(ORDER);
        return Stream.concat(
                        missing.stream().sorted(byTime).limit(20).map(one -> "missing " + said(one)),
                        surplus.stream().sorted(byTime).limit(20).map(one -> "surplus " + said(one)))
                .toList();
    }

    private static String said(Told one) {
        return (one.due() - TroubledWard.START) / 1000.0 + " onset " + (one.onset() - TroubledWard.START) / 1000.0 + " "
                + one;
    }

    private static int number(String property, int usual) {
        return Integer.getInteger(property, usual);
    }
}
