package org.wardlight.simulators.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wardlight.events.v1.Vital;

/** Against the published data set, which is not part of the project; figures counted in its files by other means. */
class IcuStaysDataTest {

    private static Path zip = Path.of("");

    @BeforeAll
    static void findTheData() {
        zip = DataFile.orSkip("challenge2019/setA.zip");
    }

    @Test
    void holdsTwentyThousandStaysOfWhichOnlyTheWantedAreRead() {
        assertThat(Recordings.count(zip)).isEqualTo(20_336);
        assertThat(Recordings.open(zip, 3).size()).isEqualTo(3);
    }

    @Test
    void hoursAreThoseOfTheFile() {
        Recording stay = Recordings.open(zip, 1).get(0);

        assertThat(stay.id()).isEqualTo("p000001");
        assertThat(stay.rows().get(0).values()).isEmpty();
        assertThat(stay.rows().get(1).values())
                .isEqualTo(Map.of(
                        Vital.HEART_RATE, 97.0,
                        Vital.SPO2, 95.0,
                        Vital.SYSTOLIC_PRESSURE, 98.0,
                        Vital.MEAN_PRESSURE, 75.33,
                        Vital.RESPIRATORY_RATE, 19.0));
        assertThat(stay.rows().get(2).values()).containsEntry(Vital.HEART_RATE, 89.0);
    }
}
