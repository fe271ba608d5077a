package org.wardlight.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.wardlight.app.embedded.FreePorts.FreePort;

final class FreePortsTest {

    private final FreePorts ports = new FreePorts();

    @Test
    void takesTheNextPortAndSaysSoWhenTheWantedOneIsBusy() throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int wanted = busy.getLocalPort();

            FreePort port = ports.atOrAfter(wanted);

            assertThat(port.moved()).isTrue();
            assertThat(port.port()).isGreaterThan(wanted);
            assertThat(port.explanation("the board"))
                    .isEqualTo("Port " + wanted + " is in use; the board listens on " + port.port() + " instead.");
        }
    }

    @Test
    void takesTheWantedPortWhenItIsFree() {
        int wanted = ports.any();

        FreePort port = new FreePorts().atOrAfter(wanted);

        assertThat(port.port()).isEqualTo(wanted);
        assertThat(port.moved()).isFalse();
    }

    @Test
    void neverGivesAPortTwice() {
        int first = ports.any();

        assertThat(ports.atOrAfter(first).port()).isNotEqualTo(first);
    }
}
