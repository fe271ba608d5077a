package org.wardlight.app.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wardlight.events.CareProfiles;
import org.wardlight.simulators.recording.Recordings;

/** On recorded patients: far fewer alarms than plain thresholds give, and none that lasts is lost. */
class RecordedLimitsTest {

    @Test
    void losesNoBreachOfHalfAMinuteAtTheBedside() {
        losesNoBreachOfHalfAMinute("bidmc/bidmc-01-40.zip");
    }

    @Test
    @Tag("long")
    void losesNoBreachOfHalfAMinuteOnAWristband() {
        losesNoBreachOfHalfAMinute("stress-predict/S01-S30.zip");
    }

    private static void losesNoBreachOfHalfAMinute(String set) {
        String data = Objects.requireNonNullElse(System.getenv("WARDLIGHT_DATA"), "../shared/data");
        Path zip = Path.of("..").resolve(data).resolve(set);
        String reason = "Skipped: no recordings at " + zip + "; WARDLIGHT_DATA says where the data lies.";
        if (!Files.exists(zip)) {
            System.out.println(reason);
        }
        assumeTrue(Files.exists(zip), reason);

        Burden burden = LimitsCommand.of(Recordings.open(zip, Integer.MAX_VALUE), CareProfiles.adultWard());

        assertThat(burden.missed()).isEmpty();
        assertThat(burden.sustained()).isPositive();
        assertThat(burden.raised()).isLessThan(burden.plain());
        assertThat(burden.raised() + burden.byDelay() + burden.byHysteresis() + burden.byQuality())
                .isEqualTo(burden.plain());
    }
}
