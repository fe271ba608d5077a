package org.wardlight.stream.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every reading is with whoever wore its device at its own time, and none is lost, whatever happens on the ward. */
class SwapsAndBackfillsTest {

    @Test
    void everyReadingIsWithWhoeverWoreTheDeviceThen() {
        lives(20_261_125, 10_000);
    }

    /** With {@code -Dattribution.seed=} and {@code -Dattribution.steps=}. */
    @Test
    @Tag("long")
    void everyReadingIsWithWhoeverWoreTheDeviceThenForLong() {
        lives(Long.getLong("attribution.seed", 1), Integer.getInteger("attribution.steps", 300_000));
    }

    private static void lives(long seed, int steps) {
        RandomWard ward = new RandomWard(seed);
        for (int i = 0; i < steps; i++) {
            ward.step();
        }
        ward.finish();

        assertThat(ward.wrong).as("given to another patient, or twice").isEmpty();
        assertThat(misplaced(ward))
                .as("worn by somebody and not given, or worn by nobody and not in quarantine, or both")
                .isEmpty();
        // What it is about did happen.
        assertThat(ward.moves).isGreaterThan(steps / 2);
        assertThat(ward.backfilled).isGreaterThan(steps / 2);
        assertThat(ward.released).isGreaterThan(steps / 50);
    }

    private static List<Long> misplaced(RandomWard ward) {
        return ward.trueWearer.entrySet().stream()
                .filter(measured -> {
                    boolean worn = !measured.getValue().isEmpty();
                    boolean given = ward.givenTo.containsKey(measured.getKey());
                    boolean quarantined = ward.quarantined.contains(measured.getKey());
                    return given != worn || quarantined == worn;
                })
                .map(measured -> measured.getKey())
                .toList();
    }
}
