package org.wardlight.simulators.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wardlight.events.v1.Vital;

/** Against the published data set, which is not part of the project; figures counted in its files by other means. */
class BidmcDataTest {

    private static Path zip = Path.of("");

    @BeforeAll
    static void findTheData() {
        zip = DataFile.orSkip("bidmc/bidmc-01-40.zip");
    }

    @Test
    void holdsFortyRecordingsOfEightMinutes() {
        List<Recording> recordings = recordings();

        assertThat(Recordings.count(zip)).isEqualTo(40);
        assertThat(recordings).hasSize(40);
        assertThat(recordings.get(0).id()).isEqualTo("bidmc-01");
        assertThat(recordings.get(39).id()).isEqualTo("bidmc-40");
        assertThat(recordings).allMatch(recording -> recording.length().toSeconds() == 481);
    }

    @Test
    void firstSecondsAreThoseOfTheFile() {
        Recordings recordings = Recordings.open(zip, 40);

        assertThat(recordings.get(0).rows().subList(0, 3))
                .extracting(Recording.Row::values)
                .containsOnly(Map.of(
                        Vital.HEART_RATE, 94.0,
                        Vital.PULSE_RATE, 93.0,
                        Vital.RESPIRATORY_RATE, 25.0,
                        Vital.SPO2, 97.0));
        assertThat(recordings.get(22).rows().get(0).values())
                .as("the one that begins at second -1")
                .isEqualTo(Map.of(
                        Vital.HEART_RATE, 63.0,
                        Vital.PULSE_RATE, 63.0,
                        Vital.RESPIRATORY_RATE, 18.0,
                        Vital.SPO2, 97.0));
    }

    @Test
    void cellsWithoutAValueAreMissing() {
        List<Recording> recordings = recordings();

        assertThat(recordings.get(0).rows().get(111).values())
                .isEqualTo(Map.of(Vital.HEART_RATE, 92.0, Vital.RESPIRATORY_RATE, 23.0));
        assertThat(recordings.get(12).rows().get(3).values())
                .isEqualTo(Map.of(Vital.HEART_RATE, 66.0, Vital.PULSE_RATE, 66.0, Vital.SPO2, 100.0));
        assertThat(missing(recordings, Vital.HEART_RATE)).isEqualTo(4);
        assertThat(missing(recordings, Vital.PULSE_RATE)).isEqualTo(122);
        assertThat(missing(recordings, Vital.RESPIRATORY_RATE)).isEqualTo(153);
        assertThat(missing(recordings, Vital.SPO2)).isEqualTo(122);
    }

    @Test
    void valuesLieWhereThoseOfTheFilesLie() {
        assertThat(range(Vital.HEART_RATE)).containsExactly(61, 139);
        assertThat(range(Vital.PULSE_RATE)).containsExactly(37, 129);
        assertThat(range(Vital.RESPIRATORY_RATE)).containsExactly(0, 34);
        assertThat(range(Vital.SPO2)).containsExactly(83, 100);
    }

    private static List<Recording> recordings() {
        Recordings recordings = Recordings.open(zip, 40);
        return IntStream.range(0, recordings.size()).mapToObj(recordings::get).toList();
    }

    private static long missing(List<Recording> recordings, Vital vital) {
        return recordings.stream()
                .flatMap(recording -> recording.rows().stream())
                .filter(row -> !row.values().containsKey(vital))
                .count();
    }

    private static double[] range(Vital vital) {
        double[] values = recordings().stream()
                .flatMap(recording -> recording.rows().stream())
                .filter(row -> row.values().containsKey(vital))
                .mapToDouble(row -> row.values().getOrDefault(vital, Double.NaN))
                .toArray();
        return new double[] {
            Arrays.stream(values).min().orElseThrow(),
            Arrays.stream(values).max().orElseThrow()
        };
    }
}
