package org.wardlight.simulators;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.DeviceId;
import org.wardlight.simulators.connection.Credentials;
import org.wardlight.simulators.device.DeviceProfile;
import org.wardlight.simulators.device.SimulatedDevice;
import org.wardlight.simulators.recording.Recordings;
import org.wardlight.simulators.timeline.Programme;

/**
 * What to simulate, and where to.
 *
 * @param mqtt address of the broker, {@code mqtt://host:port} (also {@code tcp://})
 * @param site name in the MQTT topics
 * @param devices which device lies in which bed
 * @param programme the scenario, or the recordings, that the devices play
 * @param seed the same seed and start give the same bytes
 * @param maxConnections one connection for each device up to this number; beyond it devices share gateways; 1 to 10,000
 * @param inFlight most unacknowledged messages on one connection; 1 to 65,535
 * @param storedMessages most messages that one connection stores while it is down; at least {@code inFlight}
 * @param credentials shown to the broker; null for none
 */
public record SimulatorConfig(
        URI mqtt,
        String site,
        List<SimulatedDevice> devices,
        Programme programme,
        long seed,
        int maxConnections,
        int inFlight,
        int storedMessages,
        @Nullable Credentials credentials) {

    public static final int DEFAULT_MAX_CONNECTIONS = 100;
    public static final int DEFAULT_IN_FLIGHT = 10;
    public static final int DEFAULT_STORED_MESSAGES = 20_000;

    /** Decides only how devices that play recordings are offset against each other, within a second. */
    private static final long REPLAY_SEED = 1;

    /** @throws IllegalArgumentException naming every problem by its key */
    public SimulatorConfig {
        devices = List.copyOf(devices);
        List<String> problems = new ArrayList<>();
        if (!List.of("mqtt", "tcp").contains(String.valueOf(mqtt.getScheme())) || mqtt.getHost() == null) {
            problems.add("mqtt: must be mqtt://host:port or tcp://host:port, not " + mqtt);
        }
        if (!DeviceId.isValid(site)) {
            problems.add("site: must be 1 to 64 of A-Z a-z 0-9 - _ . : and start with a letter or digit, not " + site);
        }
        if (devices.isEmpty()) {
            problems.add("devices: there must be at least one");
        }
        if (devices.stream().map(SimulatedDevice::deviceId).distinct().count() != devices.size()) {
            problems.add("devices: every device id may stand once only");
        }
        problems.addAll(programme.problems(devices));
        requireWithin("maxConnections", maxConnections, 10_000, problems);
        requireWithin("inFlight", inFlight, 65_535, problems);
        if (storedMessages < inFlight) {
            problems.add("storedMessages: must be at least inFlight, not " + storedMessages);
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("device-simulators: " + String.join("; ", problems));
        }
    }

    /**
     * Simulated patients, with the usual sizes and no credentials.
     *
     * @param scenario id of a {@link org.wardlight.simulators.scenario.Scenario}
     */
    public static SimulatorConfig of(URI mqtt, String site, List<SimulatedDevice> devices, String scenario, long seed) {
        return usual(mqtt, site, devices, new Programme.Course(scenario), seed);
    }

    /**
     * Recorded patients, with the usual sizes and no credentials: device i lies in bed i and plays recording i, in the order
     * of the recordings' ids.
     *
     * @param deviceIds at most {@link Recordings#count(Path)}
     * @param zip as it was published
     * @throws IllegalArgumentException also when the zip holds no known recording
     */
    public static SimulatorConfig replaying(URI mqtt, String site, List<String> deviceIds, Path zip) {
        List<SimulatedDevice> devices = IntStream.range(0, deviceIds.size())
                .mapToObj(i -> new SimulatedDevice(deviceIds.get(i), DeviceProfile.BEDSIDE_RECORDING, i + 1))
                .toList();
        return usual(mqtt, site, devices, new Programme.Replay(Recordings.open(zip)), REPLAY_SEED);
    }

    /** Id of the scenario, or {@code replay} for recordings. */
    public String scenario() {
        return programme.id();
    }

    private static SimulatorConfig usual(
            URI mqtt, String site, List<SimulatedDevice> devices, Programme programme, long seed) {
        return new SimulatorConfig(
                mqtt,
                site,
                devices,
                programme,
                seed,
                DEFAULT_MAX_CONNECTIONS,
                DEFAULT_IN_FLIGHT,
                DEFAULT_STORED_MESSAGES,
                null);
    }

    private static void requireWithin(String key, int value, int most, List<String> problems) {
        if (value < 1 || value > most) {
            problems.add(key + ": must lie between 1 and " + most + ", not " + value);
        }
    }
}
