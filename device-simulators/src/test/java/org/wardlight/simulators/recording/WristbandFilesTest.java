package org.wardlight.simulators.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.events.v1.BodySite;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.MissingReason;
import org.wardlight.events.v1.Vital;

class WristbandFilesTest {

    private static final Instant AT = Instant.parse("2026-11-21T10:00:00Z");

    /** One second at rest, one in which the wrist moves by half a g either way. */
    private static final List<String> ACCELERATION = Stream.concat(
                    Collections.nCopies(32, "0,0,64").stream(),
                    Stream.concat(
                            Collections.nCopies(16, "0,0,96").stream(), Collections.nCopies(16, "0,0,32").stream()))
            .toList();

    @TempDir
    private Path folder;

    @Test
    void bringsFilesThatStartApartOntoCommonSeconds() throws IOException {
        Recording recording = Recordings.open(zip(), 9).get(0);

        assertThat(recording.id()).isEqualTo("e4-S01");
        assertThat(recording.length()).isEqualTo(Duration.ofSeconds(4));
        assertThat(values(recording, Vital.PULSE_RATE)).containsExactly(null, null, 80.0, 81.5);
        assertThat(values(recording, Vital.SKIN_TEMPERATURE)).containsExactly(30.0, 31.0, null, null);
        assertThat(values(recording, Vital.BODY_MOTION)).containsExactly(null, 0.0, 0.5, null);
    }

    @Test
    void everyBeatKeepsItsOwnTime() throws IOException {
        Recordings recordings = Recordings.open(zip(), 9);

        assertThat(beats(recordings, 2))
                .containsExactly(beat(AT.minusMillis(750), 500), beat(AT.minusMillis(125), 625));
        assertThat(beats(recordings, 3)).isEmpty();
    }

    @Test
    void whatTheBandDidNotMeasureIsMissingAndSkinIsNotTheBody() throws IOException {
        Recordings recordings = Recordings.open(zip(), 9);

        List<Measurement> first =
                recordings.get(0).read(recordings.profile().device().signals(), AT, Duration.ZERO);

        assertThat(first)
                .extracting(Measurement::getVital)
                .containsExactly(Vital.PULSE_RATE, Vital.SKIN_TEMPERATURE, Vital.BODY_MOTION);
        assertThat(first.get(0).getMissing()).isEqualTo(MissingReason.NOT_MEASURED);
        assertThat(first).allMatch(reading -> reading.getSite() == BodySite.WRIST);
        assertThat(recordings.profile().noSignalAfter()).doesNotContainKey(Vital.INTER_BEAT_INTERVAL);
    }

    @Test
    void brokenFilesAreRefusedInOneSentence() throws IOException {
        assertRefused(new RecordingZip().with("S01/HR.csv", "100", "1", "80"), "The zip lacks the file S01/TEMP.csv.");
        assertRefused(new RecordingZip().with("S01/HR.csv", "100", "1", "fast"), "has \"fast\" in line 3, not numbers");
        assertRefused(new RecordingZip().with("S01/HR.csv", "100"), "The file S01/HR.csv ends before line 2.");
    }

    private Path zip() throws IOException {
        return new RecordingZip()
                .with("S01/HR.csv", "102.000000", "1.000000", "80.00", "81.50")
                .with("S01/TEMP.csv", "100", "4", "30.0", "30.1", "30.2", "30.3", "31.0", "31.1")
                .with("S01/IBI.csv", "100.000000, IBI", "1.250000,0.500000", "1.875000,0.625000")
                .with(
                        "S01/ACC.csv",
                        ("100, 100, 100\n32, 32, 32\n" + ACCELERATION.stream().collect(Collectors.joining("\n")))
                                .split("\n"))
                .with("S01/BVP.csv", "100", "64", "0.1")
                .writtenTo(folder.resolve("bands.zip"));
    }

    private static List<Double> values(Recording recording, Vital vital) {
        return recording.rows().stream().map(row -> row.values().get(vital)).toList();
    }

    private static List<Measurement> beats(Recordings recordings, int second) {
        return recordings.get(0).read(recordings.profile().device().signals(), AT, Duration.ofSeconds(second)).stream()
                .filter(reading -> reading.getVital() == Vital.INTER_BEAT_INTERVAL)
                .toList();
    }

    private static Measurement beat(Instant at, double millis) {
        return Measurement.newBuilder()
                .setDeviceTimeMs(at.toEpochMilli())
                .setVital(Vital.INTER_BEAT_INTERVAL)
                .setMethod(Method.OPTICAL_WRIST)
                .setSite(BodySite.WRIST)
                .setValue(millis)
                .build();
    }

    private void assertRefused(RecordingZip zip, String sentence) throws IOException {
        Path file = zip.writtenTo(folder.resolve("broken.zip"));
        assertThatThrownBy(() -> Recordings.open(file, 9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }
}
