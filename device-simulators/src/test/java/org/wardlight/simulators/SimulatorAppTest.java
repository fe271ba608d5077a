package org.wardlight.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.events.WardClock;
import org.wardlight.simulators.device.DeviceProfile;
import org.wardlight.simulators.device.SimulatedDevice;
import org.wardlight.simulators.playback.HistoryProgress;
import org.wardlight.simulators.recording.RecordingZip;
import org.wardlight.simulators.recording.Recordings;

class SimulatorAppTest {

    @Test
    @Timeout(value = 6, unit = TimeUnit.SECONDS)
    void withoutABrokerItStartsSaysSoAndStillClosesInTime() throws IOException {
        SimulatorConfig config = SimulatorConfig.of(
                        URI.create("mqtt://127.0.0.1:" + unusedPort()),
                        "north",
                        List.of(new SimulatedDevice("mon-01", DeviceProfile.BEDSIDE_MONITOR, 1)),
                        "sepsis",
                        1)
                .withHistory(Duration.ofHours(24));

        try (SimulatorApp app = SimulatorApp.start(config, new SimpleMeterRegistry(), WardClock.real())) {
            assertThat(app.problems()).containsOnlyKeys("connections");
            assertThat(app.ledger().publishedCount()).isZero();
            assertThat(app.historyProgress()).isEqualTo(new HistoryProgress(0, 96));
            assertThat(app.hasEnded()).isFalse();
            assertThat(app.wearing()).extracting("bedIndex").containsExactly(1);
            assertThat(app.groundTruth()).extracting("rule").contains("spo2-low");
            assertThatThrownBy(() -> app.silence("mon-99")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    @Timeout(value = 4, unit = TimeUnit.SECONDS)
    void replayStartsWithoutGroundTruth(@TempDir Path folder) throws IOException {
        SimulatorConfig config = SimulatorConfig.replaying(
                URI.create("mqtt://127.0.0.1:" + unusedPort()),
                "north",
                List.of("mon-01", "mon-02"),
                Recordings.open(RecordingZip.ofTwoPatients(folder), 2));

        try (SimulatorApp app = SimulatorApp.start(config, new SimpleMeterRegistry(), WardClock.real())) {
            assertThat(app.problems()).containsOnlyKeys("connections");
            assertThat(app.groundTruth()).isEmpty();
            app.silence("mon-02");
        }
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
