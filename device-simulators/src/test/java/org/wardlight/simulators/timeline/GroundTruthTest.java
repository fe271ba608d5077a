package org.wardlight.simulators.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardlight.simulators.timeline.RecordedRun.START;
import static org.wardlight.simulators.timeline.RecordedRun.monitor;
import static org.wardlight.simulators.timeline.RecordedRun.monitors;
import static org.wardlight.simulators.timeline.RecordedRun.monitorsAndWearables;
import static org.wardlight.simulators.timeline.RecordedRun.readings;
import static org.wardlight.simulators.timeline.RecordedRun.wearable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardlight.events.CareProfiles;
import org.wardlight.events.v1.Code;
import org.wardlight.events.v1.LimitRule;
import org.wardlight.events.v1.LimitSide;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Vital;
import org.wardlight.simulators.device.SimulatedDevice;
import org.wardlight.simulators.scenario.ExpectedCondition;

class GroundTruthTest {

    private static final Map<Vital, List<LimitRule>> RULES =
            CareProfiles.adultWard().getRulesList().stream().collect(Collectors.groupingBy(LimitRule::getVital));

    @ParameterizedTest
    @ValueSource(longs = {0, 7, 42, 2026})
    void stablePatientBreaksNoLimitThroughADay(long seed) {
        RecordedRun run = new RecordedRun("stable", List.of(monitor(2), wearable(5)), seed, Duration.ofHours(24));

        assertThat(run.groundTruth()).isEmpty();
        assertThat(broken(run.messages("mon-02"))).isEmpty();
        assertThat(broken(run.messages("band-05"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ward",
                "stable",
                "sepsis",
                "opioid",
                "haemorrhage",
                "fever",
                "irregular-pulse",
                "probe-off",
                "dropout",
                "silent",
                "duplicates",
                "clock-skew",
                "low-battery",
                "swapped-beds"
            })
    void everythingBrokenIsPromisedAndEverythingPromisedIsBroken(String scenario) {
        for (int seed = 0; seed < 4; seed++) {
            List<SimulatedDevice> devices = monitorsAndWearables(13);
            RecordedRun run = new RecordedRun(scenario, devices, seed, Duration.ofMinutes(12));
            for (SimulatedDevice device : devices) {
                Set<String> promised = run.groundTruth().stream()
                        .filter(truth -> truth.deviceId().equals(device.deviceId()) && truth.pages())
                        .map(ExpectedCondition::rule)
                        .collect(Collectors.toSet());

                assertThat(broken(run.messages(device.deviceId())))
                        .as("seed %s, %s", seed, device.deviceId())
                        .isEqualTo(promised);
            }
        }
    }

    @Test
    void sepsisHoldsSpo2Below90FromThePromisedInstantOn() {
        for (int seed = 0; seed < 50; seed++) {
            RecordedRun run = new RecordedRun("sepsis", List.of(monitor(7)), seed, Duration.ofMinutes(10));
            Instant onset = truth(run, "spo2-low").firstViolation();

            List<Measurement> spo2 = readings(run.messages("mon-07"), Vital.SPO2);

            assertThat(Duration.between(START, onset)).isBetween(Duration.ofSeconds(100), Duration.ofSeconds(120));
            assertThat(spo2)
                    .filteredOn(reading -> reading.getDeviceTimeMs() >= onset.toEpochMilli())
                    .isNotEmpty()
                    .allMatch(reading -> reading.getValue() < 90 && reading.getValue() >= 85);
            assertThat(spo2)
                    .filteredOn(reading -> reading.getDeviceTimeMs() < onset.toEpochMilli() - 10_000)
                    .isNotEmpty()
                    .allMatch(reading -> reading.getValue() >= 90);
        }
    }

    @Test
    void sepsisEndsAtItsLevels() {
        RecordedRun run = new RecordedRun("sepsis", List.of(monitor(7)), 1, Duration.ofMinutes(12));
        List<TimedMessage> messages = run.messages("mon-07");

        assertThat(last(messages, Vital.HEART_RATE).getValue()).isBetween(124.0, 134.0);
        assertThat(last(messages, Vital.RESPIRATORY_RATE).getValue()).isBetween(27.0, 29.0);
        assertThat(last(messages, Vital.SYSTOLIC_PRESSURE).getValue()).isBetween(90.0, 99.0);
        assertThat(last(messages, Vital.BODY_TEMPERATURE).getValue()).isBetween(38.7, 39.2);
        assertThat(last(messages, Vital.CONSCIOUSNESS).getCode()).isEqualTo(Code.CONFUSED);
    }

    @Test
    void opioidSlowsBreathingBeforeOxygenFalls() {
        RecordedRun run = new RecordedRun("opioid", List.of(monitor(7)), 1, Duration.ofMinutes(10));
        Instant slow = truth(run, "respiratory-rate-low").firstViolation();
        Instant hypoxic = truth(run, "spo2-low").firstViolation();
        List<TimedMessage> messages = run.messages("mon-07");

        assertThat(slow).isBefore(START.plusSeconds(180));
        assertThat(hypoxic).isBefore(START.plusSeconds(180));
        assertThat(last(messages, Vital.RESPIRATORY_RATE).getValue()).isBetween(4.0, 6.0);
        assertThat(last(messages, Vital.SPO2).getValue()).isBetween(81.0, 83.0);
        assertThat(last(messages, Vital.HEART_RATE).getValue()).isBetween(58.0, 70.0);
    }

    @Test
    void feverIsNeverSteeperThanASensorMayReport() {
        List<Measurement> fever = readings(
                new RecordedRun("sepsis", List.of(monitor(7)), 1, Duration.ofMinutes(10)).messages("mon-07"),
                Vital.BODY_TEMPERATURE);

        for (int i = 6; i < fever.size(); i++) {
            assertThat(fever.get(i).getValue() - fever.get(i - 6).getValue()).isLessThanOrEqualTo(0.5 + 1e-9);
        }
    }

    @Test
    void lostSignalsArePromisedButPageNobody() {
        assertThat(new RecordedRun("ward", monitors(16), 1, Duration.ZERO).groundTruth())
                .filteredOn(truth -> !truth.pages())
                .containsExactlyInAnyOrder(
                        new ExpectedCondition("mon-03", "no-signal", START.plusSeconds(40), null, false),
                        new ExpectedCondition(
                                "mon-13", "no-signal", START.plusSeconds(45), START.plusSeconds(105), false));
        assertThat(new RecordedRun("silent", monitors(4), 1, Duration.ZERO).groundTruth())
                .hasSize(4)
                .allMatch(truth -> truth.rule().equals("no-signal") && !truth.pages());
    }

    @Test
    void aBreachIsDueOnlyWhenTheRunLeftTimeToReact() {
        ExpectedCondition breach = new ExpectedCondition("mon-07", "spo2-low", START.plusSeconds(110), null, true);

        assertThat(breach.isDueBy(START.plusSeconds(200), Duration.ofSeconds(30)))
                .isTrue();
        assertThat(breach.isDueBy(START.plusSeconds(130), Duration.ofSeconds(30)))
                .isFalse();
    }

    private static ExpectedCondition truth(RecordedRun run, String rule) {
        return run.groundTruth().stream()
                .filter(truth -> truth.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static Measurement last(List<TimedMessage> messages, Vital vital) {
        List<Measurement> readings = readings(messages, vital);
        return readings.get(readings.size() - 1);
    }

    /** Rules of the adult-ward profile that some reading violates at their mildest level. */
    private static Set<String> broken(List<TimedMessage> messages) {
        Set<String> broken = new TreeSet<>();
        for (TimedMessage message : messages) {
            for (Measurement reading : message.content().getMeasurementsList()) {
                for (LimitRule rule : RULES.getOrDefault(reading.getVital(), List.of())) {
                    if (reading.hasValue() && violates(rule, reading.getValue())) {
                        broken.add(rule.getRule());
                    }
                }
            }
        }
        return broken;
    }

    private static boolean violates(LimitRule rule, double value) {
        double limit = rule.getLevels(0).getThreshold();
        return rule.getSide() == LimitSide.LOW ? value < limit : value > limit;
    }
}
