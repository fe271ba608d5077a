package org.wardlight.simulators.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardlight.simulators.timeline.RecordedRun.START;
import static org.wardlight.simulators.timeline.RecordedRun.monitor;
import static org.wardlight.simulators.timeline.RecordedRun.monitors;
import static org.wardlight.simulators.timeline.RecordedRun.readings;
import static org.wardlight.simulators.timeline.RecordedRun.wearable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.ReadingFlag;
import org.wardlight.events.v1.Vital;
import org.wardlight.simulators.device.DeviceProfile;
import org.wardlight.simulators.device.SimulatedDevice;
import org.wardlight.simulators.scenario.ExpectedCondition;
import org.wardlight.simulators.scenario.Wearing;

/** What each further scenario shows, and what it promises. */
class ScenarioCoursesTest {

    private static final SimulatedDevice CGM = new SimulatedDevice("cgm-07", DeviceProfile.CGM, 7);
    private static final SimulatedDevice PATCH = new SimulatedDevice("patch-07", DeviceProfile.CHEST_PATCH, 7);

    @Test
    void haemorrhageQuickensTheHeartWhilePressureFalls() {
        RecordedRun run = new RecordedRun("haemorrhage", List.of(monitor(7)), 1, Duration.ofMinutes(8));
        List<TimedMessage> messages = run.messages("mon-07");

        assertThat(rules(run)).containsExactlyInAnyOrder("heart-rate-high", "pulse-rate-high", "systolic-pressure-low");
        assertThat(last(messages, Vital.HEART_RATE)).isBetween(126.0, 137.0);
        assertThat(last(messages, Vital.SYSTOLIC_PRESSURE)).isBetween(73.0, 84.0);
        assertThat(last(messages, Vital.RESPIRATORY_RATE)).isBetween(25.0, 28.0);
    }

    @Test
    void feverRisesAboveItsLimitAndTakesTheHeartWithIt() {
        RecordedRun run = new RecordedRun("fever", List.of(monitor(7)), 1, Duration.ofMinutes(12));
        List<TimedMessage> messages = run.messages("mon-07");

        assertThat(rules(run)).containsExactly("body-temperature-high");
        assertThat(last(messages, Vital.BODY_TEMPERATURE)).isBetween(39.1, 39.7);
        assertThat(last(messages, Vital.HEART_RATE)).isBetween(98.0, 112.0);
    }

    @Test
    void irregularPulseScattersTheBeatsAndPromisesNothing() {
        RecordedRun run = new RecordedRun("irregular-pulse", List.of(PATCH), 1, Duration.ofMinutes(5));
        List<Measurement> beats = readings(run.messages("patch-07"), Vital.INTER_BEAT_INTERVAL);
        long ordered = START.plusSeconds(60).toEpochMilli();
        long lost = START.plusSeconds(80).toEpochMilli();

        assertThat(run.groundTruth()).isEmpty();
        assertThat(scatter(beats.stream().filter(beat -> beat.getDeviceTimeMs() < ordered)))
                .isLessThan(0.06);
        assertThat(scatter(beats.stream().filter(beat -> beat.getDeviceTimeMs() > lost)))
                .isGreaterThan(0.11);
    }

    @Test
    void patchSendsEverySecondOfTheHeartWithEveryFourthSecond() {
        List<TimedMessage> messages =
                new RecordedRun("stable", List.of(PATCH), 1, Duration.ofMinutes(2)).messages("patch-07");

        assertThat(messages).hasSizeBetween(29, 31);
        List<Measurement> heart = readings(messages, Vital.HEART_RATE);
        long first = heart.get(0).getDeviceTimeMs();
        assertThat(heart)
                .extracting(Measurement::getDeviceTimeMs)
                .containsExactlyElementsOf(LongStream.range(0, heart.size())
                        .mapToObj(second -> first + 1_000 * second)
                        .toList());
        assertThat(readings(messages, Vital.RESPIRATORY_RATE)).hasSameSizeAs(messages);
        assertThat(readings(messages, Vital.BODY_MOTION)).allMatch(reading -> reading.getValue() > 0);
    }

    @Test
    void glucoseFallsNoFasterThanASensorIsBelievedAndIsPromised() {
        for (int seed = 0; seed < 20; seed++) {
            RecordedRun run = new RecordedRun("hypoglycaemia", List.of(CGM), seed, Duration.ofMinutes(30));
            List<Measurement> glucose = readings(run.messages("cgm-07"), Vital.GLUCOSE);

            assertThat(rules(run)).containsExactly("glucose-low");
            assertThat(glucose).hasSizeBetween(29, 31);
            assertThat(glucose.get(0).getValue()).isBetween(80.0, 145.0);
            assertThat(glucose.get(glucose.size() - 1).getValue()).isBetween(38.0, 53.0);
            for (int i = 1; i < glucose.size(); i++) {
                assertThat(glucose.get(i - 1).getValue() - glucose.get(i).getValue())
                        .isLessThanOrEqualTo(7);
            }
        }
    }

    @Test
    void aDeviceThatDoesNotMeasureGlucosePromisesNothingOfIt() {
        assertThat(new RecordedRun("hypoglycaemia", monitors(8), 1, Duration.ZERO).groundTruth())
                .isEmpty();
    }

    @Test
    void movementIsFlaggedOfLowQualityAndNeverHoldsThreeReadings() {
        RecordedRun run = new RecordedRun("motion-artefact", List.of(monitor(3)), 1, Duration.ofMinutes(5));
        List<TimedMessage> messages = run.messages("mon-03");
        List<Measurement> moved = readings(messages, Vital.SPO2).stream()
                .filter(reading -> reading.getFlagsList().contains(ReadingFlag.MOTION))
                .toList();

        assertThat(run.groundTruth()).isEmpty();
        assertThat(moved).hasSizeBetween(179, 181).allMatch(reading -> reading.getQualityPercent() <= 35);
        assertThat(moved).filteredOn(reading -> reading.getValue() < 90).hasSizeGreaterThan(20);
        for (int i = 2; i < moved.size(); i++) {
            assertThat(moved.subList(i - 2, i + 1))
                    .filteredOn(reading -> reading.getValue() < 93)
                    .hasSizeLessThanOrEqualTo(1);
        }
        assertThat(readings(messages, Vital.BODY_TEMPERATURE)).allMatch(reading -> reading.getFlagsCount() == 0);
    }

    @Test
    void everyMessageComesTwiceWithTheSameBytesAndSomeLate() {
        List<TimedMessage> messages =
                new RecordedRun("duplicates", List.of(monitor(2)), 1, Duration.ofMinutes(3)).messages("mon-02");
        Map<Long, List<TimedMessage>> bySeq = new HashMap<>();
        messages.forEach(message ->
                bySeq.computeIfAbsent(message.seq(), none -> new ArrayList<>()).add(message));

        assertThat(messages).extracting(TimedMessage::at).isSorted();
        assertThat(bySeq.values()).filteredOn(copies -> copies.size() < 2).hasSizeLessThanOrEqualTo(3);
        assertThat(bySeq.values()).allMatch(copies -> copies.stream()
                .allMatch(copy -> copy.content().equals(copies.get(0).content())));
        assertThat(overtaken(messages)).isGreaterThan(10);
        assertThat(messages)
                .allMatch(message ->
                        message.at().toEpochMilli() - message.content().getSentTimeMs() < 2_500);
    }

    @Test
    void wrongClockShowsInEveryTimeOfTheDeviceEvenWhenItSendsLate() {
        TimedMessage fast = new RecordedRun("clock-skew", monitors(7), 1, Duration.ofSeconds(5))
                .messages("mon-07")
                .get(0);
        TimedMessage slow = new RecordedRun("clock-skew", monitors(7), 1, Duration.ofSeconds(5))
                .messages("mon-03")
                .get(0);
        long seven = Duration.ofMinutes(7).toMillis();

        assertThat(fast.content().getSentTimeMs()).isEqualTo(fast.at().toEpochMilli() + seven);
        assertThat(fast.content().getMeasurements(0).getDeviceTimeMs())
                .isBetween(START.toEpochMilli() + seven, START.toEpochMilli() + seven + 1_000);
        assertThat(slow.content().getSentTimeMs())
                .isEqualTo(slow.at().minus(Duration.ofMinutes(4)).toEpochMilli());
        Instant later = fast.at().plusSeconds(30);
        assertThat(new String(fast.payloadSentAt(later), StandardCharsets.UTF_8))
                .contains("\"sent\":\"" + later.plusMillis(seven) + "\"");
    }

    @Test
    void batteryRunsDown() {
        RecordedRun run = new RecordedRun("low-battery", List.of(wearable(13)), 1, Duration.ofMinutes(15));
        List<Measurement> charge = readings(run.messages("band-13"), Vital.BATTERY);

        assertThat(charge.get(0).getValue()).isEqualTo(22);
        assertThat(charge.get(5).getValue()).isBetween(10.0, 13.0);
        assertThat(charge.get(charge.size() - 1).getValue()).isEqualTo(2);
        assertThat(run.ward().timelines().get(0).batteryPercent(START)).isEqualTo(22);
        assertThat(run.groundTruth()).isEmpty();
    }

    @Test
    void swappedDevicesShowTheOtherPatientFromThenOn() {
        Instant swapped = START.plusSeconds(60);
        RecordedRun run = new RecordedRun("swapped-beds", monitors(2), 1, Duration.ofMinutes(3));
        List<Measurement> there = readings(run.messages("mon-01"), Vital.RESPIRATORY_RATE);
        List<Measurement> before = readings(stayed("mon-01"), Vital.RESPIRATORY_RATE);
        List<Measurement> other = readings(stayed("mon-02"), Vital.RESPIRATORY_RATE);

        assertThat(run.ward().wearing())
                .containsExactly(
                        new Wearing("mon-01", 1, START, swapped),
                        new Wearing("mon-01", 2, swapped, null),
                        new Wearing("mon-02", 2, START, swapped),
                        new Wearing("mon-02", 1, swapped, null));
        assertThat(run.groundTruth()).isEmpty();
        assertThat(there.get(30).getValue()).isEqualTo(before.get(30).getValue());
        assertThat(there.get(100).getValue())
                .isBetween(other.get(100).getValue() - 1, other.get(100).getValue() + 1);
        assertThat(there.subList(70, 170)).isNotEqualTo(before.subList(70, 170));
    }

    private static List<TimedMessage> stayed(String device) {
        return new RecordedRun("stable", monitors(2), 1, Duration.ofMinutes(3)).messages(device);
    }

    private static List<String> rules(RecordedRun run) {
        return run.groundTruth().stream()
                .filter(ExpectedCondition::pages)
                .map(ExpectedCondition::rule)
                .toList();
    }

    private static double last(List<TimedMessage> messages, Vital vital) {
        List<Measurement> readings = readings(messages, vital);
        return readings.get(readings.size() - 1).getValue();
    }

    /** Standard deviation as a share of the mean. */
    private static double scatter(Stream<Measurement> beats) {
        double[] values = beats.mapToDouble(Measurement::getValue).toArray();
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();
        return Math.sqrt(squares) / mean;
    }

    private static long overtaken(List<TimedMessage> messages) {
        long newest = 0;
        long overtaken = 0;
        List<Long> seen = new ArrayList<>();
        for (TimedMessage message : messages) {
            if (message.seq() < newest && !seen.contains(message.seq())) {
                overtaken++;
            }
            seen.add(message.seq());
            newest = Math.max(newest, message.seq());
        }
        return overtaken;
    }
}
