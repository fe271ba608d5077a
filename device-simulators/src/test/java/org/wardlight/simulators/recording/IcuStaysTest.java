package org.wardlight.simulators.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.MissingReason;
import org.wardlight.events.v1.Vital;
import org.wardlight.simulators.device.SimulatedDevice;
import org.wardlight.simulators.timeline.DeviceTimeline;
import org.wardlight.simulators.timeline.Programme;

class IcuStaysTest {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final String HEADER = "HR|O2Sat|Temp|SBP|MAP|DBP|Resp|EtCO2|FiO2|Glucose|Age";

    @TempDir
    private Path folder;

    @Test
    void aRowIsAnHourAndFractionsOfOxygenBecomePercent() throws IOException {
        Recording stay = Recordings.open(zip(), 9).get(1);

        assertThat(stay.id()).isEqualTo("p000007");
        assertThat(stay.length()).isEqualTo(Duration.ofHours(2));
        assertThat(stay.rows().get(0).values()).isEmpty();
        assertThat(stay.rows().get(1).values())
                .isEqualTo(Map.of(
                        Vital.HEART_RATE, 97.0,
                        Vital.SPO2, 95.0,
                        Vital.SYSTOLIC_PRESSURE, 98.0,
                        Vital.MEAN_PRESSURE, 75.33,
                        Vital.RESPIRATORY_RATE, 19.0,
                        Vital.INSPIRED_OXYGEN, 40.0));
    }

    @Test
    void missingStaysMissingAndNothingIsInvented() throws IOException {
        Recordings recordings = Recordings.open(zip(), 9);
        List<Measurement> readings =
                recordings.get(1).read(recordings.profile().device().signals(), START, Duration.ZERO);

        assertThat(readings).allMatch(reading -> reading.getMissing() == MissingReason.NOT_MEASURED);
        assertThat(readings)
                .extracting(Measurement::getVital)
                .doesNotContain(Vital.CONSCIOUSNESS, Vital.GLUCOSE, Vital.OXYGEN_FLOW);
    }

    @Test
    void deviceSpeaksOnceAnHourAndBeginsWithinSeconds() throws IOException {
        Recordings recordings = Recordings.open(zip(), 9);
        DeviceTimeline timeline = new Programme.Replay(recordings, false)
                .prepare(
                        List.of(new SimulatedDevice(
                                "rec-01", recordings.profile().device(), 1)),
                        1,
                        START)
                .timelines()
                .get(0);

        Instant first = timeline.next().at();

        assertThat(first).isBefore(START.plusSeconds(11));
        assertThat(Duration.between(first, timeline.next().at()).toMinutes()).isBetween(59L, 60L);
        assertThat(timeline.hasNext()).isFalse();
    }

    @Test
    void onlyWhatNearlyEveryStayHasIsExpected() throws IOException {
        assertThat(Recordings.profile(zip()).noSignalAfter())
                .containsEntry(Vital.HEART_RATE, Duration.ofHours(4))
                .containsEntry(Vital.BODY_TEMPERATURE, Duration.ofHours(12))
                .doesNotContainKeys(Vital.ETCO2, Vital.INSPIRED_OXYGEN, Vital.DIASTOLIC_PRESSURE);
    }

    private Path zip() throws IOException {
        return new RecordingZip()
                .with(
                        "p000007.psv",
                        HEADER,
                        "NaN|NaN|NaN|NaN|NaN|NaN|NaN|NaN|NaN|NaN|83.14",
                        "97|95|NaN|98|75.33|NaN|19|NaN|0.4|120|83.14")
                .with(
                        "p000003.psv",
                        HEADER,
                        "80|97|36.6|120|80|60|15|NaN|NaN|NaN|50",
                        "81|97|36.7|120|80|60|15|NaN|NaN|NaN|50")
                .writtenTo(folder.resolve("stays.zip"));
    }
}
