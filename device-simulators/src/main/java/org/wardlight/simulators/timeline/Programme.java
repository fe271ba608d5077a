package org.wardlight.simulators.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.wardlight.simulators.device.DeviceProfile;
import org.wardlight.simulators.device.SimulatedDevice;
import org.wardlight.simulators.recording.Recordings;
import org.wardlight.simulators.scenario.Scenario;

/** What a ward of devices plays: a scenario with simulated patients, or recordings of real ones. */
public sealed interface Programme {

    /** Name in logs and reports. */
    String id();

    /** What is wrong with playing it on these devices, each beginning with its key; empty when it can be played. */
    List<String> problems(List<SimulatedDevice> devices);

    /**
     * Prepares a run on devices for which there are no problems.
     *
     * @param start ward time; the same seed and start give the same bytes
     */
    SimulatedWard prepare(List<SimulatedDevice> devices, long seed, Instant start);

    /**
     * What these devices stored before that run; empty for recordings, which have a beginning.
     *
     * @param length how far back it reaches
     */
    List<HistoryTimeline> history(List<SimulatedDevice> devices, long seed, Instant start, Duration length);

    /**
     * Simulated patients who go through a {@link Scenario}.
     *
     * @param id of the scenario, perhaps an unknown one
     */
    record Course(String id) implements Programme {

        @Override
        public List<String> problems(List<SimulatedDevice> devices) {
            List<String> known = Scenario.catalogue().stream().map(Scenario::id).toList();
            return known.contains(id)
                    ? List.of()
                    : List.of("scenario: unknown scenario \"" + id + "\"; known are " + String.join(", ", known));
        }

        @Override
        public SimulatedWard prepare(List<SimulatedDevice> devices, long seed, Instant start) {
            return SimulatedWard.of(devices, Scenario.byId(id), seed, start);
        }

        @Override
        public List<HistoryTimeline> history(List<SimulatedDevice> devices, long seed, Instant start, Duration length) {
            return length.toMinutes() == 0 ? List.of() : SimulatedWard.histories(devices, seed, start, length);
        }
    }

    /**
     * Real patients: device i plays recording i.
     *
     * @param recordings at least as many as devices
     * @param again whether each begins again after its end; else its device falls silent there
     */
    record Replay(Recordings recordings, boolean again) implements Programme {

        @Override
        public String id() {
            return "replay";
        }

        @Override
        public List<String> problems(List<SimulatedDevice> devices) {
            List<String> problems = new ArrayList<>();
            if (devices.size() > recordings.size()) {
                problems.add("devices: there are " + devices.size() + " but only " + recordings.size()
                        + " recordings, and no patient may lie in two beds");
            }
            DeviceProfile profile = recordings.profile().device();
            if (devices.stream().anyMatch(device -> !device.profile().equals(profile))) {
                problems.add("devices: only the profile " + profile.id() + " can play these recordings");
            }
            return problems;
        }

        @Override
        public SimulatedWard prepare(List<SimulatedDevice> devices, long seed, Instant start) {
            return SimulatedWard.replaying(devices, this, seed, start);
        }

        @Override
        public List<HistoryTimeline> history(List<SimulatedDevice> devices, long seed, Instant start, Duration length) {
            return List.of();
        }
    }
}
