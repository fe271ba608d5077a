package org.wardlight.simulators.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wardlight.simulators.recording.RecordingZip.HEADER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.events.v1.BodySite;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.MissingReason;
import org.wardlight.events.v1.Vital;

class RecordingsTest {

    private static final Instant AT = Instant.parse("2026-11-21T10:00:00.500Z");

    private static final int ALL = Integer.MAX_VALUE;

    @TempDir
    private Path folder;

    @Test
    void readsTheNumericsInTheOrderOfTheirIdsAndNothingElse() throws IOException {
        Path zip = RecordingZip.ofTwoPatients(folder);

        Recordings recordings = Recordings.open(zip, ALL);

        assertThat(Recordings.count(zip)).isEqualTo(2);
        assertThat(recordings.size()).isEqualTo(2);
        assertThat(recordings.get(0).id()).isEqualTo("bidmc-01");
        assertThat(recordings.get(1).id()).isEqualTo("bidmc-02");
        assertThat(recordings.get(1).length()).isEqualTo(Duration.ofSeconds(3));
        assertThat(recordings.get(1).rows().get(0).values())
                .isEqualTo(Map.of(
                        Vital.HEART_RATE, 71.0,
                        Vital.PULSE_RATE, 70.0,
                        Vital.RESPIRATORY_RATE, 14.0,
                        Vital.SPO2, 98.0));
    }

    @Test
    void readsNoMoreThanAreWanted() throws IOException {
        assertThat(Recordings.open(RecordingZip.ofTwoPatients(folder), 1).size())
                .isEqualTo(1);
    }

    @Test
    void declaresTheDeviceThatPlaysIt() throws IOException {
        RecordedProfile profile = Recordings.profile(RecordingZip.ofTwoPatients(folder));

        assertThat(profile.device().id()).isEqualTo("bedside-recording");
        assertThat(profile.device().interval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(profile.noSignalAfter())
                .containsOnlyKeys(Vital.HEART_RATE, Vital.PULSE_RATE, Vital.RESPIRATORY_RATE, Vital.SPO2)
                .containsEntry(Vital.SPO2, Duration.ofSeconds(30));
    }

    @Test
    void whatNoSensorCanMeasureIsMissing() throws IOException {
        Path zip = numerics(HEADER, "0,0,60,12,97");

        assertThat(Recordings.open(zip, ALL)
                        .get(0)
                        .read(new BidmcNumerics().profile().device().signals(), AT, Duration.ZERO)
                        .get(0))
                .isEqualTo(reading(Vital.HEART_RATE, Method.ECG, BodySite.CHEST)
                        .setMissing(MissingReason.OUT_OF_SENSOR_RANGE)
                        .build());
    }

    @Test
    void readingsSayHowTheyWereMeasured() throws IOException {
        List<Measurement> readings = readings(0);

        assertThat(readings)
                .containsExactly(
                        reading(Vital.HEART_RATE, Method.ECG, BodySite.CHEST)
                                .setValue(61)
                                .build(),
                        reading(Vital.PULSE_RATE, Method.OXIMETRY, BodySite.FINGER)
                                .setValue(60)
                                .build(),
                        reading(Vital.RESPIRATORY_RATE, Method.IMPEDANCE, BodySite.CHEST)
                                .setValue(12)
                                .build(),
                        reading(Vital.SPO2, Method.OXIMETRY, BodySite.FINGER)
                                .setValue(97)
                                .build());
    }

    @Test
    void blankAndNanCellsAreMissingNeverAValue() throws IOException {
        assertThat(readings(1).get(1))
                .isEqualTo(reading(Vital.PULSE_RATE, Method.OXIMETRY, BodySite.FINGER)
                        .setMissing(MissingReason.NOT_MEASURED)
                        .build());
        assertThat(readings(2).get(3))
                .isEqualTo(reading(Vital.SPO2, Method.OXIMETRY, BodySite.FINGER)
                        .setMissing(MissingReason.NOT_MEASURED)
                        .build());
    }

    @Test
    void countsFromTheFirstRowAndKeepsTheSecondsOfMissingRows() throws IOException {
        Path zip = new RecordingZip()
                .with("set/bidmc_07_Numerics.csv", HEADER, "-1,60,60,12,97", "-0,61,60,12,97", "", "3,64,60,12,97")
                .writtenTo(folder.resolve("gap.zip"));

        Recording recording = Recordings.open(zip, ALL).get(0);

        assertThat(recording.id()).isEqualTo("bidmc-07");
        assertThat(recording.rows())
                .extracting(row -> row.values().get(Vital.HEART_RATE))
                .containsExactly(60.0, 61.0, null, null, 64.0);
    }

    @Test
    void whatCannotBePlayedIsRefusedInOneSentence() throws IOException {
        Path zip = folder.resolve("bad.zip");
        assertRefused(folder.resolve("nowhere.zip"), "There is no file .*");
        assertRefused(Files.writeString(folder.resolve("text.zip"), "no zip"), ".*cannot be read as a zip.*");
        assertRefused(
                new RecordingZip().with("notes.txt", "HR").writtenTo(zip),
                ".*holds no known recording; known are files such as bidmc_01_Numerics.csv of .*, or S01/HR.csv of .*");
        assertRefused(
                new RecordingZip()
                        .with("a/bidmc_01_Numerics.csv", HEADER, "0,1,1,1,1")
                        .with("b/bidmc_01_Numerics.csv", HEADER, "0,1,1,1,1")
                        .writtenTo(zip),
                ".*holds the recording bidmc-01 twice\\.");
    }

    @Test
    void brokenTableIsRefusedInOneSentence() throws IOException {
        assertRefused(numerics(HEADER), "The recording bidmc-01 holds no reading\\.");
        assertRefused(numerics("Time [s], HR", "0,60"), "The recording bidmc-01 lacks the column .*\\.");
        assertRefused(
                numerics(HEADER, "0,fast,60,12,97"), ".*has \"fast\" in the column HR of line 2, not a number\\.");
        assertRefused(
                numerics(HEADER, "5,60,60,12,97", "5,60,60,12,97"), ".*jumps to second 5 after 1 seconds in line 3\\.");
        assertRefused(numerics(HEADER, "0,60,60,12,97", "1e12,60,60,12,97"), ".*jumps to second .*");
        assertRefused(numerics(HEADER, "0,60,60,12,97,3"), "The recording bidmc-01 is not a CSV table .*");
    }

    private Path numerics(String... lines) throws IOException {
        return new RecordingZip().with("bidmc_01_Numerics.csv", lines).writtenTo(folder.resolve("table.zip"));
    }

    private static void assertRefused(Path zip, String sentence) {
        assertThatThrownBy(() -> Recordings.open(zip, ALL))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .matches("(?s)" + sentence);
    }

    private List<Measurement> readings(int second) throws IOException {
        return Recordings.open(RecordingZip.ofTwoPatients(folder), ALL)
                .get(0)
                .read(new BidmcNumerics().profile().device().signals(), AT, Duration.ofMillis(second * 1_000L + 500));
    }

    private static Measurement.Builder reading(Vital vital, Method method, BodySite site) {
        return Measurement.newBuilder()
                .setDeviceTimeMs(AT.toEpochMilli())
                .setVital(vital)
                .setMethod(method)
                .setSite(site);
    }
}
