package org.wardlight.simulators.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.events.v1.Measurement;
import org.wardlight.simulators.device.SimulatedDevice;
import org.wardlight.simulators.payload.PayloadFormat;
import org.wardlight.simulators.timeline.DeviceTimeline;
import org.wardlight.simulators.timeline.Programme;
import org.wardlight.simulators.timeline.SimulatedWard;
import org.wardlight.simulators.timeline.TimedMessage;

class PlayedRecordingTest {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    private static final List<SimulatedDevice> DEVICES = List.of(
            new SimulatedDevice("mon-01", new BidmcNumerics().profile().device(), 1),
            new SimulatedDevice("mon-02", new BidmcNumerics().profile().device(), 2));

    @TempDir
    private Path folder;

    private Recordings recordings;

    @BeforeEach
    void openTheRecordings() throws IOException {
        recordings = Recordings.open(RecordingZip.ofTwoPatients(folder), 2);
    }

    @Test
    void eachDevicePlaysItsOwnRecordingFromTheStartAndBeginsAgainAfterItsEnd() {
        SimulatedWard ward = ward(START);

        assertThat(heartRates(messages(ward.timelines().get(0), 7)))
                .containsExactly(61.0, 62.0, 63.0, 61.0, 62.0, 63.0, 61.0);
        assertThat(heartRates(messages(ward.timelines().get(1), 4))).containsExactly(71.0, 72.0, 73.0, 71.0);
    }

    @Test
    void publishesAProtobufMessageWithEverySignalOnceASecondInWardTime() {
        List<TimedMessage> messages = messages(ward(START).timelines().get(0), 10);

        long first = deviceTime(messages.get(0));
        assertThat(Instant.ofEpochMilli(first)).isBetween(START, START.plusMillis(999));
        for (int i = 0; i < messages.size(); i++) {
            TimedMessage message = messages.get(i);
            assertThat(message.format()).isEqualTo(PayloadFormat.PROTOBUF);
            assertThat(message.content().getMeasurementsList())
                    .hasSize(4)
                    .extracting(Measurement::getDeviceTimeMs)
                    .containsOnly(first + i * 1_000L);
            assertThat(message.at().toEpochMilli() - deviceTime(message)).isBetween(0L, 100L);
        }
        assertThat(messages)
                .extracting(TimedMessage::seq)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 10).boxed().toList());
    }

    @Test
    void sameStartGivesTheSameBytesAndAnotherStartGivesOthers() {
        assertThat(bytes(START)).isEqualTo(bytes(START)).isNotEqualTo(bytes(START.plusSeconds(1)));
    }

    @Test
    void recordingGoesOnWhileItsDeviceIsSilenced() {
        DeviceTimeline timeline = ward(START).timelines().get(0);
        timeline.next();

        timeline.resumeAt(
                Instant.ofEpochMilli(deviceTime(ward(START).timelines().get(0).next()) + 4_000));

        TimedMessage resumed = timeline.next();
        assertThat(heartRates(List.of(resumed))).containsExactly(62.0);
        assertThat(resumed.seq()).isEqualTo(2);
    }

    @Test
    void playedOnceEveryRowIsSentAndThenTheDeviceIsSilent() {
        for (int seed = 0; seed < 50; seed++) {
            DeviceTimeline timeline = new Programme.Replay(recordings, false)
                    .prepare(DEVICES, seed, START)
                    .timelines()
                    .get(0);

            assertThat(heartRates(messages(timeline, 3))).containsExactly(61.0, 62.0, 63.0);
            assertThat(timeline.hasNext()).isFalse();
        }
    }

    @Test
    void aRecordingHasNoHistory() {
        assertThat(new Programme.Replay(recordings, true).history(DEVICES, 1, START, Duration.ofHours(24)))
                .isEmpty();
    }

    @Test
    void nobodyClaimsToKnowWhatHasToBeNoticed() {
        assertThat(ward(START).groundTruth()).isEmpty();
        assertThat(ward(START).timelines()).allMatch(timeline -> timeline.batteryPercent(START) == 100);
    }

    private SimulatedWard ward(Instant start) {
        return new Programme.Replay(recordings, true).prepare(DEVICES, 1, start);
    }

    private List<String> bytes(Instant start) {
        return ward(start).timelines().stream()
                .flatMap(timeline -> messages(timeline, 10).stream())
                .map(message -> HexFormat.of().formatHex(message.payload()))
                .toList();
    }

    private static List<TimedMessage> messages(DeviceTimeline timeline, int count) {
        List<TimedMessage> messages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            messages.add(timeline.next());
        }
        return messages;
    }

    private static List<Double> heartRates(List<TimedMessage> messages) {
        return messages.stream()
                .map(message -> message.content().getMeasurements(0).getValue())
                .toList();
    }

    private static long deviceTime(TimedMessage message) {
        return message.content().getMeasurements(0).getDeviceTimeMs();
    }
}
