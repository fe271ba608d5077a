package org.wardlight.simulators.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardlight.simulators.timeline.RecordedRun.START;
import static org.wardlight.simulators.timeline.RecordedRun.monitor;
import static org.wardlight.simulators.timeline.RecordedRun.monitors;
import static org.wardlight.simulators.timeline.RecordedRun.readings;
import static org.wardlight.simulators.timeline.RecordedRun.wearable;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.MissingReason;
import org.wardlight.events.v1.Vital;
import org.wardlight.simulators.device.DeviceProfile;
import org.wardlight.simulators.device.Signal;
import org.wardlight.simulators.device.SimulatedDevice;
import org.wardlight.simulators.payload.PayloadFormat;
import org.wardlight.simulators.scenario.Scenario;

class DeviceTimelineTest {

    /** Changes only when somebody means to change what every recorded run looks like. */
    private static final String GOLDEN_SHA_256 = "d2b030b43a2cd8a631b530170863259df2058982952bd217b4a01cad0fed96bc";

    @Test
    void sameSeedAndStartGiveTheBytesOfTheGoldenRun() {
        assertThat(hash(42)).isEqualTo(GOLDEN_SHA_256);
    }

    @Test
    void anotherSeedGivesOtherBytes() {
        assertThat(hash(43)).isNotEqualTo(hash(42));
    }

    @Test
    void firstMessageCarriesEverySignal() {
        for (SimulatedDevice device : List.of(monitor(1), wearable(1))) {
            List<TimedMessage> messages = run("stable", device, Duration.ofSeconds(30));

            assertThat(messages.get(0).content().getMeasurementsList())
                    .extracting(Measurement::getVital)
                    .containsExactlyElementsOf(device.profile().signals().stream()
                            .map(Signal::vital)
                            .toList());
            assertThat(messages.get(1).content().getMeasurementsCount())
                    .isLessThan(device.profile().signals().size());
        }
    }

    @Test
    void monitorPublishesOnceASecondAndTheCuffOnceAMinute() {
        List<TimedMessage> messages = run("stable", monitor(1), Duration.ofMinutes(10));

        assertThat(messages).hasSizeBetween(599, 601);
        assertThat(messages)
                .extracting(TimedMessage::seq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, messages.size()).boxed().toList());
        assertThat(readings(messages, Vital.SYSTOLIC_PRESSURE)).hasSize(10);
        assertThat(readings(messages, Vital.BODY_TEMPERATURE)).hasSize(60);
        assertThat(readings(messages, Vital.HEART_RATE)).hasSameSizeAs(messages);
    }

    @Test
    void wearableHasNoPressureAndNoConsciousness() {
        List<TimedMessage> messages = run("stable", wearable(1), Duration.ofMinutes(10));

        assertThat(messages).hasSizeBetween(119, 121);
        assertThat(readings(messages, Vital.SYSTOLIC_PRESSURE)).isEmpty();
        assertThat(readings(messages, Vital.CONSCIOUSNESS)).isEmpty();
        assertThat(readings(messages, Vital.SKIN_TEMPERATURE)).hasSize(10);
    }

    @Test
    void devicesOfOneBedSeeTheSamePatient() {
        List<Measurement> wired = readings(run("stable", monitor(4), Duration.ofMinutes(30)), Vital.SPO2);
        List<Measurement> worn = readings(run("stable", wearable(4), Duration.ofMinutes(30)), Vital.SPO2);

        for (Measurement reading : worn) {
            assertThat(wired)
                    .filteredOn(other -> Math.abs(other.getDeviceTimeMs() - reading.getDeviceTimeMs()) <= 1_000)
                    .isNotEmpty()
                    .allSatisfy(other ->
                            assertThat(other.getValue()).isBetween(reading.getValue() - 1, reading.getValue() + 1));
        }
    }

    @Test
    void monitorsInEvenBedsWriteProtobufAndEverythingElseJson() {
        assertThat(DeviceTimeline.formatOf(monitor(2))).isEqualTo(PayloadFormat.PROTOBUF);
        assertThat(DeviceTimeline.formatOf(monitor(3))).isEqualTo(PayloadFormat.JSON);
        assertThat(DeviceTimeline.formatOf(wearable(2))).isEqualTo(PayloadFormat.JSON);
    }

    @Test
    void dropoutReplaysEachStoredMessageOnceInOrderWithItsOldTimes() {
        List<TimedMessage> messages = run("dropout", monitor(13), Duration.ofSeconds(150));
        Instant lost = START.plusSeconds(45);
        Instant back = START.plusSeconds(105);

        assertThat(messages).noneMatch(message -> within(message.at(), lost, back));
        assertThat(messages)
                .extracting(TimedMessage::seq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, messages.size()).boxed().toList());
        assertThat(messages).extracting(TimedMessage::at).isSorted();
        assertThat(messages)
                .allMatch(message ->
                        message.content().getSentTimeMs() == message.at().toEpochMilli());

        List<Long> replayed = messages.stream()
                .filter(message ->
                        Duration.between(measuredAt(message), message.at()).toMillis() > 1_000)
                .map(message -> measuredAt(message).toEpochMilli())
                .toList();
        assertThat(replayed).hasSize(60).isSorted().doesNotHaveDuplicates();
        assertThat(messages.stream()
                        .map(message -> measuredAt(message).toEpochMilli())
                        .sorted()
                        .toList())
                .isEqualTo(ticks(monitor(13).profile(), messages));
    }

    @Test
    void replayRunsTwentyTimesAsFastWhileLiveGoesOn() {
        List<TimedMessage> messages = run("dropout", monitor(13), Duration.ofSeconds(150));
        List<TimedMessage> catchingUp = messages.stream()
                .filter(message -> within(message.at(), START.plusSeconds(105), START.plusMillis(108_001)))
                .toList();

        assertThat(catchingUp).hasSize(63);
        assertThat(catchingUp)
                .filteredOn(message ->
                        Duration.between(measuredAt(message), message.at()).toMillis() < 100)
                .hasSize(3);
    }

    @Test
    void probeOffReportsMissingInsteadOfValues() {
        List<TimedMessage> messages = run("probe-off", monitor(3), Duration.ofMinutes(2));
        long off = START.plusSeconds(40).toEpochMilli();

        for (Vital onTheProbe : List.of(Vital.SPO2, Vital.PULSE_RATE)) {
            assertThat(readings(messages, onTheProbe)).allSatisfy(reading -> assertThat(reading.getMissing())
                    .isEqualTo(
                            reading.getDeviceTimeMs() < off
                                    ? MissingReason.MISSING_REASON_UNSPECIFIED
                                    : MissingReason.SENSOR_OFF));
        }
        assertThat(readings(messages, Vital.HEART_RATE)).hasSameSizeAs(messages).allMatch(Measurement::hasValue);
    }

    @Test
    void silentDeviceEndsItsTimelineAndGoesOnWhenResumedWithoutAGapInSeq() {
        SimulatedWard ward = new RecordedRun("silent", List.of(monitor(1)), 1, Duration.ofMinutes(5)).ward();
        DeviceTimeline timeline = ward.timelines().get(0);
        long seq = 0;
        while (timeline.hasNext()) {
            seq = timeline.next().seq();
        }
        assertThat(seq).isBetween(44L, 46L);

        timeline.resumeAt(START.plusSeconds(200));

        TimedMessage first = timeline.next();
        assertThat(first.seq()).isEqualTo(seq + 1);
        assertThat(measuredAt(first)).isBetween(START.plusSeconds(200), START.plusSeconds(201));
        assertThat(first.content().getMeasurementsCount())
                .isEqualTo(monitor(1).profile().signals().size());
    }

    @Test
    void bootGrowsWithTheStartAndStaysExactInJson() {
        long boot =
                SimulatedWard.of(monitors(1), Scenario.byId("stable"), 1, START).boot();
        long later = SimulatedWard.of(monitors(1), Scenario.byId("stable"), 1, START.plusMillis(1))
                .boot();

        assertThat(later).isGreaterThan(boot);
        assertThat((long) (double) later).isEqualTo(later).isLessThan(1L << 53);
    }

    private static List<TimedMessage> run(String scenario, SimulatedDevice device, Duration length) {
        return new RecordedRun(scenario, List.of(device), 42, length).messages(device.deviceId());
    }

    private static Instant measuredAt(TimedMessage message) {
        return Instant.ofEpochMilli(message.content().getMeasurements(0).getDeviceTimeMs());
    }

    private static boolean within(Instant at, Instant from, Instant until) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    private static List<Long> ticks(DeviceProfile profile, List<TimedMessage> messages) {
        long first = measuredAt(messages.get(0)).toEpochMilli();
        return LongStream.range(0, messages.size())
                .mapToObj(tick -> first + tick * profile.interval().toMillis())
                .toList();
    }

    private static String hash(long seed) {
        RecordedRun run = new RecordedRun("ward", RecordedRun.monitorsAndWearables(16), seed, Duration.ofSeconds(150));
        MessageDigest sha256 = sha256();
        for (DeviceTimeline timeline : run.ward().timelines()) {
            for (TimedMessage message : run.messages(timeline.device().deviceId())) {
                sha256.update(message.payload());
            }
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
