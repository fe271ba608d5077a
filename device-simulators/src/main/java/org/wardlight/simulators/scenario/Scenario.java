package org.wardlight.simulators.scenario;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wardlight.simulators.device.DeviceProfile;
import org.wardlight.simulators.device.SimulatedDevice;

/**
 * A named course of events on a ward, with ground truth. Scenarios with one event put it on one bed, so that the rest of
 * the ward shows that nothing else is reported.
 *
 * @param id name in configuration and on the command line
 * @param title a few words
 * @param description one sentence
 * @param events what happens where
 * @param device the kind of device that bed 7 (or the last bed) needs for it to show; null when any device of a ward does
 */
public record Scenario(
        String id,
        String title,
        String description,
        List<Event> events,
        @Nullable DeviceProfile device) {

    static final int DECLINE_BED = 7;

    /** Copies the events. */
    public Scenario {
        events = List.copyOf(events);
    }

    /**
     * Something that happens in a bed.
     *
     * @param bed preferred bed, 1 for the first; 0 for every bed
     * @param elseInLastBed whether it moves to the last bed of a ward that does not have the preferred one
     */
    public record Event(int bed, boolean elseInLastBed, Mishap mishap) {

        static Event in(int bed, Mishap mishap) {
            return new Event(bed, true, mishap);
        }

        static Event onlyIn(int bed, Mishap mishap) {
            return new Event(bed, false, mishap);
        }

        static Event everywhere(Mishap mishap) {
            return new Event(0, false, mishap);
        }

        private boolean hits(boolean firstDeviceOfTheBed) {
            return bed == 0 || mishap.ofThePatient() || firstDeviceOfTheBed;
        }

        private boolean happensIn(int candidate, Iterable<Integer> beds) {
            if (bed == 0) {
                return true;
            }
            int last = 0;
            boolean present = false;
            for (int each : beds) {
                last = Math.max(last, each);
                present |= each == bed;
            }
            return candidate == (present || !elseInLastBed ? bed : last);
        }
    }

    static Scenario of(String id, String title, String description, Event... events) {
        return new Scenario(id, title, description, List.of(events), null);
    }

    /** The same, seen by this kind of device. */
    Scenario with(DeviceProfile needed) {
        return new Scenario(id, title, description, events, needed);
    }

    /** The bed that needs the {@link #device()}, 1 for the first. */
    public static int deviceBed(int beds) {
        return Math.min(DECLINE_BED, beds);
    }

    /** Every scenario, the default first. */
    public static List<Scenario> catalogue() {
        return ScenarioCatalogue.ALL;
    }

    /**
     * The scenario of this name.
     *
     * @throws IllegalArgumentException naming the known ones
     */
    public static Scenario byId(String id) {
        return catalogue().stream()
                .filter(scenario -> scenario.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown scenario \"" + id + "\"; known are "
                        + catalogue().stream().map(Scenario::id).collect(Collectors.joining(", "))));
    }

    /**
     * Gives every device its script. The first event of a bed wins. Illness shows on all devices of the bed; a fault hits
     * the first device of the bed only.
     */
    public Map<SimulatedDevice, DeviceScript> cast(List<SimulatedDevice> devices) {
        List<Integer> beds =
                devices.stream().map(SimulatedDevice::bedIndex).distinct().toList();
        Map<Integer, Event> byBed = new HashMap<>();
        for (int bed : beds) {
            events.stream()
                    .filter(event -> event.happensIn(bed, beds))
                    .findFirst()
                    .ifPresent(event -> byBed.put(bed, event));
        }
        Map<SimulatedDevice, DeviceScript> scripts = new LinkedHashMap<>();
        for (SimulatedDevice device : devices) {
            Event event = byBed.get(device.bedIndex());
            if (event != null && event.hits(isFirstOfItsBed(device, devices))) {
                scripts.put(device, event.mishap().script());
            } else {
                scripts.put(device, DeviceScript.UNEVENTFUL);
            }
        }
        return scripts;
    }

    private static boolean isFirstOfItsBed(SimulatedDevice device, List<SimulatedDevice> devices) {
        return devices.stream()
                .filter(other -> other.bedIndex() == device.bedIndex())
                .findFirst()
                .map(device::equals)
                .orElse(false);
    }
}
