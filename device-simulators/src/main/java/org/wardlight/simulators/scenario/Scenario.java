package org.wardlight.simulators.scenario;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.wardlight.simulators.device.SimulatedDevice;

/**
 * A named course of events on a ward, with ground truth. Scenarios with one event put it on one bed, so that the rest of
 * the ward shows that nothing else is reported.
 *
 * @param id name in configuration and on the command line
 * @param title a few words
 * @param description one sentence
 * @param events what happens where
 */
public record Scenario(String id, String title, String description, List<Event> events) {

    private static final int DECLINE_BED = 7;
    private static final int PROBE_BED = 3;
    private static final int DROPOUT_BED = 13;

    private static final List<Scenario> CATALOGUE = List.of(
            new Scenario(
                    "ward",
                    "A ward with one decline",
                    "Bed 7 (or the last bed) declines as in sepsis, a probe falls off in bed 3, the device of bed 13"
                            + " loses its Wi-Fi for a minute, everybody else is stable.",
                    List.of(
                            Event.in(DECLINE_BED, Mishap.SEPSIS),
                            Event.onlyIn(PROBE_BED, Mishap.PROBE_OFF),
                            Event.onlyIn(DROPOUT_BED, Mishap.DROPOUT))),
            new Scenario("stable", "Everybody stable", "Nothing happens, and nobody may be called.", List.of()),
            new Scenario(
                    "sepsis",
                    "Sepsis-like decline",
                    "From one minute on the patient of bed 7 (or the last bed) gets a fast heart, fast breathing, low"
                            + " oxygen, fever and low pressure.",
                    List.of(Event.in(DECLINE_BED, Mishap.SEPSIS))),
            new Scenario(
                    "opioid",
                    "Opioid respiratory depression",
                    "From one minute on the patient of bed 7 (or the last bed) breathes ever more slowly, and oxygen"
                            + " follows.",
                    List.of(Event.in(DECLINE_BED, Mishap.OPIOID))),
            new Scenario(
                    "probe-off",
                    "Probe falls off",
                    "After 40 seconds the oximeter of bed 3 (or the last bed) reports its probe off; the other signals"
                            + " go on.",
                    List.of(Event.in(PROBE_BED, Mishap.PROBE_OFF))),
            new Scenario(
                    "dropout",
                    "Wi-Fi lost, then replay",
                    "After 45 seconds the device of bed 13 (or the last bed) is without network for a minute, then"
                            + " sends what it stored at twenty times the speed while going on live.",
                    List.of(Event.in(DROPOUT_BED, Mishap.DROPOUT))),
            new Scenario(
                    "silent",
                    "Everything falls silent",
                    "After 45 seconds every device of the ward stops.",
                    List.of(Event.everywhere(Mishap.SILENCE))));

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

    /** Every scenario, the default first. */
    public static List<Scenario> catalogue() {
        return CATALOGUE;
    }

    /**
     * The scenario of this name.
     *
     * @throws IllegalArgumentException naming the known ones
     */
    public static Scenario byId(String id) {
        return CATALOGUE.stream()
                .filter(scenario -> scenario.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown scenario \"" + id + "\"; known are "
                        + CATALOGUE.stream().map(Scenario::id).collect(Collectors.joining(", "))));
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
