package org.wardlight.simulators.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wardlight.events.v1.Vital;

/** Against the published data set, which is not part of the project; figures counted in its files by other means. */
class WristbandDataTest {

    private static Path zip = Path.of("");

    @BeforeAll
    static void findTheData() {
        zip = DataFile.orSkip("stress-predict/S01-S30.zip");
    }

    @Test
    void holdsThirtyPeopleOfWhomOnlyTheWantedAreRead() {
        assertThat(Recordings.count(zip)).isEqualTo(30);
        assertThat(Recordings.open(zip, 2).size()).isEqualTo(2);
    }

    @Test
    void secondsAreThoseOfTheFiles() {
        Recording recording = Recordings.open(zip, 1).get(0);
        List<Recording.Row> rows = recording.rows();

        assertThat(recording.id()).isEqualTo("e4-S01");
        assertThat(rows.get(9).values()).doesNotContainKey(Vital.PULSE_RATE);
        assertThat(rows.get(10).values())
                .as("the heart rate begins ten seconds after the rest")
                .containsEntry(Vital.PULSE_RATE, 83.0);
        assertThat(rows.get(12).values()).containsEntry(Vital.PULSE_RATE, 72.67);
        assertThat(rows.get(0).values()).containsEntry(Vital.SKIN_TEMPERATURE, 28.39);
        assertThat(count(rows, Vital.PULSE_RATE)).isEqualTo(3250);
        assertThat(count(rows, Vital.SKIN_TEMPERATURE)).isEqualTo(3264);
        assertThat(count(rows, Vital.BODY_MOTION)).isEqualTo(3260);
        assertThat(rows.stream().mapToLong(row -> row.beats().size()).sum()).isEqualTo(1260);
        assertThat(rows.get(36).beats())
                .as("the first two beats, 35.48 and 36.34 s after the start")
                .hasSize(1)
                .first()
                .satisfies(beat -> assertThat(beat.interval().toNanos() / 1e6).isEqualTo(890.625));
    }

    private static long count(List<Recording.Row> rows, Vital vital) {
        return rows.stream().filter(row -> row.values().containsKey(vital)).count();
    }
}
