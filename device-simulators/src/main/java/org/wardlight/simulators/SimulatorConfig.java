package org.wardlight.simulators;

import java.net.URI;
import java.time.Duration;
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
 * @param history how far back each device has stored readings that it sends as late data, in whole minutes; zero for none,
 *     at most six days
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
        @Nullable Credentials credentials,
        Duration history) {

    public static final int DEFAULT_MAX_CONNECTIONS = 100;
    public static final int DEFAULT_IN_FLIGHT = 10;
    public static final int DEFAULT_STORED_MESSAGES = 20_000;

    /** The job believes no reading that is older than a week. */
    private static final Duration MOST_HISTORY = Duration.ofDays(6);

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
        if (history.isNegative() || history.compareTo(MOST_HISTORY) > 0) {
            problems.add("history: must lie between 0 and 6 days, not " + history);
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
     * of the recordings, again and again.
     *
     * @param deviceIds at most as many as there are recordings
     */
    public static SimulatorConfig replaying(URI mqtt, String site, List<String> deviceIds, Recordings recordings) {
        return replaying(mqtt, site, deviceIds, new Programme.Replay(recordings, true));
    }

    /** The same, but each recording is played once; its device falls silent at the end. */
    public static SimulatorConfig replayingOnce(URI mqtt, String site, List<String> deviceIds, Recordings recordings) {
        return replaying(mqtt, site, deviceIds, new Programme.Replay(recordings, false));
    }

    /** The same devices, which send first what they measured in this time before the start. Recordings have none. */
    public SimulatorConfig withHistory(Duration length) {
        return new SimulatorConfig(
                mqtt, site, devices, programme, seed, maxConnections, inFlight, storedMessages, credentials, length);
    }

    /** Id of the scenario, or {@code replay} for recordings. */
    public String scenario() {
        return programme.id();
    }

    private static SimulatorConfig replaying(
            URI mqtt, String site, List<String> deviceIds, Programme.Replay programme) {
        DeviceProfile profile = programme.recordings().profile().device();
        List<SimulatedDevice> devices = IntStream.range(0, deviceIds.size())
                .mapToObj(i -> new SimulatedDevice(deviceIds.get(i), profile, i + 1))
                .toList();
        return usual(mqtt, site, devices, programme, REPLAY_SEED);
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
                null,
                Duration.ZERO);
    }

    private static void requireWithin(String key, int value, int most, List<String> problems) {
        if (value < 1 || value > most) {
            problems.add(key + ": must lie between 1 and " + most + ", not " + value);
        }
    }
}
