package org.wardlight.app.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.wardlight.app.terminal.Terminal;

/** Starts embedded wards for tests, without a word on the console. */
final class Wards {

    private Wards() {}

    static EmbeddedWard start(int beds, String scenario, double speed) {
        return start(DemoOptions.standard()
                .withBeds(beds)
                .withScenario(scenario)
                .withSpeed(speed)
                .withHistory(Duration.ZERO));
    }

    static EmbeddedWard start(DemoOptions options) {
        Terminal.Look plain = new Terminal.Look(StandardCharsets.UTF_8, false, true, false);
        Terminal silent = new Terminal(new ByteArrayOutputStream(), new ByteArrayOutputStream(), plain);
        return EmbeddedWard.start(options, silent, () -> false);
    }
}
