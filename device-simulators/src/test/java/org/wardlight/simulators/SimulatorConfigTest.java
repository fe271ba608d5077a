package org.wardlight.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardlight.simulators.device.DeviceProfile;
import org.wardlight.simulators.device.SimulatedDevice;
import org.wardlight.simulators.recording.RecordingZip;
import org.wardlight.simulators.recording.Recordings;
import org.wardlight.simulators.timeline.Programme;

class SimulatorConfigTest {

    private static final SimulatedDevice MONITOR = new SimulatedDevice("mon-01", DeviceProfile.BEDSIDE_MONITOR, 1);

    private static final URI BROKER = URI.create("mqtt://localhost:1883");

    @Test
    void usualSizesAreFilledIn() {
        SimulatorConfig config = SimulatorConfig.of(BROKER, "north", List.of(MONITOR), "ward", 1);

        assertThat(config.maxConnections()).isEqualTo(100);
        assertThat(config.credentials()).isNull();
        assertThat(config.history()).isZero();
        assertThat(config.withHistory(Duration.ofHours(24)).history()).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void everyProblemIsNamedAtOnce() {
        assertThatThrownBy(() -> new SimulatorConfig(
                        URI.create("http://localhost"),
                        "a/b",
                        List.of(MONITOR, MONITOR),
                        new Programme.Course("sepsys"),
                        1,
                        0,
                        100,
                        50,
                        null,
                        Duration.ofDays(7)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "mqtt:",
                        "site:",
                        "devices:",
                        "scenario:",
                        "sepsys",
                        "maxConnections:",
                        "storedMessages:",
                        "history:");
    }

    @Test
    void replayPutsEachRecordingIntoABedOfItsOwn(@TempDir Path folder) throws IOException {
        Recordings recordings = Recordings.open(RecordingZip.ofTwoPatients(folder), 2);

        SimulatorConfig config = SimulatorConfig.replaying(BROKER, "north", List.of("mon-01", "mon-02"), recordings);

        assertThat(config.scenario()).isEqualTo("replay");
        assertThat(config.devices())
                .containsExactly(
                        new SimulatedDevice("mon-01", recordings.profile().device(), 1),
                        new SimulatedDevice("mon-02", recordings.profile().device(), 2));
    }

    @Test
    void replayWithMoreDevicesThanRecordingsIsRefused(@TempDir Path folder) throws IOException {
        Recordings recordings = Recordings.open(RecordingZip.ofTwoPatients(folder), 3);

        assertThatThrownBy(() -> SimulatorConfig.replaying(BROKER, "north", List.of("a", "b", "c"), recordings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("devices: there are 3 but only 2 recordings");
    }

    @Test
    void replayOnDevicesThatMeasureSomethingElseIsRefused(@TempDir Path folder) throws IOException {
        Programme replay = new Programme.Replay(Recordings.open(RecordingZip.ofTwoPatients(folder), 2), true);

        assertThat(replay.problems(List.of(MONITOR)))
                .containsExactly("devices: only the profile bedside-recording can play these recordings");
    }
}
