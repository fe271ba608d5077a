package org.wardlight.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.wardlight.app.terminal.Terminal;

class EmbeddedWardTest {

    @Test
    void startsNoPartWhenAskedToEndBefore() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(out, out, new Terminal.Look(StandardCharsets.UTF_8, false, false, true));

        assertThatThrownBy(() -> EmbeddedWard.start(DemoOptions.standard().withBeds(1), terminal, () -> true))
                .isInstanceOf(EndedEarly.class);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .doesNotContain("Kafka  ")
                .doesNotContain("did not start");
    }
}
