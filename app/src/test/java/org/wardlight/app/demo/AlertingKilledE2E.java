package org.wardlight.app.demo;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Alerting as a process of its own, killed with {@code kill -9} at five exact points, with a real Kafka and a real receiver.
 * No page is missing, each kill costs one duplicate at most, and what had become due is sent within 5 s of the next start.
 *
 * <p>Its own lane of CI, with {@code -Dkills=20} at each point; {@code -Dkills=200} by hand.
 */
@Tag("kills")
class AlertingKilledE2E {

    private static final int KILLS = Integer.getInteger("kills", 1);

    @TempDir
    private Path folder;

    @Test
    void killedAtAnyPointItLosesNoPageAndDoublesOneAtMost() throws Exception {
        try (KilledWard ward = KilledWard.open(folder)) {
            for (int i = 0; i < KILLS; i++) {
                for (KillPoint point : KillPoint.values()) {
                    ward.kill(point, point.name().toLowerCase(Locale.ROOT).replace('_', '.') + "." + i);
                }
            }

            System.out.println("| killed | times | duplicates | latest page after the start |");
            ward.figures()
                    .forEach((point, of) -> System.out.printf(
                            "| %s | %d | %d | %d ms |%n", point, of.kills(), of.duplicates(), of.latestMillis()));
            ward.assertNoEventIsMissing();
        }
    }
}
