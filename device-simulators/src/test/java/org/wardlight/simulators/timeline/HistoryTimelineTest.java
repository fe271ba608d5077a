package org.wardlight.simulators.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardlight.simulators.timeline.RecordedRun.START;
import static org.wardlight.simulators.timeline.RecordedRun.monitor;
import static org.wardlight.simulators.timeline.RecordedRun.readings;
import static org.wardlight.simulators.timeline.RecordedRun.wearable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.wardlight.events.CareProfiles;
import org.wardlight.events.v1.LimitRule;
import org.wardlight.events.v1.LimitSide;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Vital;
import org.wardlight.simulators.device.DeviceProfile;
import org.wardlight.simulators.device.SimulatedDevice;

class HistoryTimelineTest {

    private static final Duration DAY = Duration.ofHours(24);
    private static final Programme SEPSIS = new Programme.Course("sepsis");
    private static final List<SimulatedDevice> DEVICES =
            List.of(monitor(7), wearable(5), new SimulatedDevice("cgm-01", DeviceProfile.CGM, 1));

    @Test
    void givesAReadingForEachMinuteOfTheDayBeforeTheRunOldestFirst() {
        for (int device = 0; device < DEVICES.size(); device++) {
            List<Instant> measured = history(7).get(device).stream()
                    .flatMap(message -> message.content().getMeasurementsList().stream())
                    .map(reading -> Instant.ofEpochMilli(reading.getDeviceTimeMs()))
                    .distinct()
                    .toList();
            Instant firstLive = measuredAt(live(7).get(device).next());

            assertThat(measured)
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, 1440)
                            .mapToObj(minute -> firstLive.minus(Duration.ofMinutes(1441 - minute)))
                            .toList());
        }
    }

    @Test
    void putsAQuarterOfAnHourIntoAMessageAndCountsThem() {
        for (List<TimedMessage> history : history(7)) {
            assertThat(history)
                    .extracting(TimedMessage::seq)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 96).boxed().toList());
        }
    }

    @Test
    void countsUnderABootNumberBeforeThatOfTheRun() {
        for (int device = 0; device < DEVICES.size(); device++) {
            long liveBoot = live(7).get(device).next().boot();

            assertThat(history(7).get(device))
                    .extracting(TimedMessage::boot)
                    .containsOnly(history(7).get(0).get(0).boot())
                    .allMatch(boot -> boot < liveBoot);
        }
    }

    @Test
    void sameSeedGivesTheSameBytesAndAnotherSeedOthers() {
        assertThat(bytes(7)).isEqualTo(bytes(7)).isNotEqualTo(bytes(8));
    }

    @Test
    void saysWhenItWasReallySent() {
        Instant now = START.plusSeconds(90);

        assertThat(new String(history(7).get(1).get(0).payloadSentAt(now), StandardCharsets.UTF_8))
                .contains("\"sent\":\"2026-11-21T10:01:30.000Z\"");
    }

    @Test
    void nobodyWasIllBefore() {
        for (long seed : new long[] {0, 7, 42}) {
            for (List<TimedMessage> history : history(seed)) {
                for (LimitRule rule : CareProfiles.adultWard().getRulesList()) {
                    assertThat(readings(history, rule.getVital()))
                            .filteredOn(reading -> violates(rule, reading))
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void valuesGoOnInTheRun() {
        List<Measurement> warm = readings(history(7).get(0), Vital.BODY_TEMPERATURE);
        Measurement live =
                readings(List.of(live(7).get(0).next()), Vital.BODY_TEMPERATURE).get(0);

        assertThat(live.getValue())
                .isBetween(
                        warm.get(1439).getValue() - 0.1 - 1e-9, warm.get(1439).getValue() + 0.1 + 1e-9);
        for (int i = 1; i < warm.size(); i++) {
            assertThat(Math.abs(warm.get(i).getValue() - warm.get(i - 1).getValue()))
                    .isLessThanOrEqualTo(0.1 + 1e-9);
        }
    }

    private static List<List<TimedMessage>> history(long seed) {
        return SEPSIS.history(DEVICES, seed, START, DAY).stream()
                .map(timeline -> {
                    List<TimedMessage> messages = new ArrayList<>();
                    timeline.forEachRemaining(messages::add);
                    return messages;
                })
                .toList();
    }

    private static List<DeviceTimeline> live(long seed) {
        return SEPSIS.prepare(DEVICES, seed, START).timelines();
    }

    private static List<String> bytes(long seed) {
        return history(seed).stream()
                .flatMap(List::stream)
                .map(message -> HexFormat.of().formatHex(message.payload()))
                .toList();
    }

    private static Instant measuredAt(TimedMessage message) {
        return Instant.ofEpochMilli(message.content().getMeasurements(0).getDeviceTimeMs());
    }

    private static boolean violates(LimitRule rule, Measurement reading) {
        double limit = rule.getLevels(0).getThreshold();
        return rule.getSide() == LimitSide.LOW ? reading.getValue() < limit : reading.getValue() > limit;
    }
}
