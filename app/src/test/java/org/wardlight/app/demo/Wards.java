package org.wardlight.app.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.wardlight.app.terminal.Terminal;

/** Starts embedded wards for tests, without a word on the console. */
final class Wards {

    private Wards() {}

    static EmbeddedWard start(int beds, String scenario, double speed) {
        Terminal.Look plain = new Terminal.Look(StandardCharsets.UTF_8, false, true, false);
        Terminal silent = new Terminal(new ByteArrayOutputStream(), new ByteArrayOutputStream(), plain);
        DemoOptions options =
                DemoOptions.standard().withBeds(beds).withScenario(scenario).withSpeed(speed);
        return EmbeddedWard.start(options, silent, () -> false);
    }
}
