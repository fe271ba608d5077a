package org.wardlight.simulators.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Vital;
import org.wardlight.simulators.device.DeviceProfile;
import org.wardlight.simulators.device.SimulatedDevice;
import org.wardlight.simulators.scenario.ExpectedCondition;
import org.wardlight.simulators.scenario.Scenario;

/** Plays a scenario without network and keeps what each device published. */
final class RecordedRun {

    static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    private final SimulatedWard ward;
    private final Duration length;

    RecordedRun(String scenario, List<SimulatedDevice> devices, long seed, Duration length) {
        this.ward = SimulatedWard.of(devices, Scenario.byId(scenario), seed, START);
        this.length = length;
    }

    static SimulatedDevice monitor(int bed) {
        return new SimulatedDevice(
                "mon-" + String.format(Locale.ROOT, "%02d", bed), DeviceProfile.BEDSIDE_MONITOR, bed);
    }

    static SimulatedDevice wearable(int bed) {
        return new SimulatedDevice(
                "band-" + String.format(Locale.ROOT, "%02d", bed), DeviceProfile.WRIST_WEARABLE, bed);
    }

    static List<SimulatedDevice> monitors(int beds) {
        return IntStream.rangeClosed(1, beds).mapToObj(RecordedRun::monitor).toList();
    }

    /** Beds with a monitor and a wearable each. */
    static List<SimulatedDevice> monitorsAndWearables(int beds) {
        return IntStream.rangeClosed(1, beds)
                .boxed()
                .flatMap(bed -> Stream.of(monitor(bed), wearable(bed)))
                .toList();
    }

    SimulatedWard ward() {
        return ward;
    }

    List<ExpectedCondition> groundTruth() {
        return ward.groundTruth();
    }

    /** Everything a device publishes within the length of the run; to be asked once for each device. */
    List<TimedMessage> messages(String deviceId) {
        DeviceTimeline timeline = ward.timelines().stream()
                .filter(each -> each.device().deviceId().equals(deviceId))
                .findFirst()
                .orElseThrow();
        List<TimedMessage> messages = new ArrayList<>();
        Instant end = START.plus(length);
        for (Instant at = timeline.nextAt(); at != null && at.isBefore(end); at = timeline.nextAt()) {
            messages.add(timeline.next());
        }
        return messages;
    }

    static List<Measurement> readings(List<TimedMessage> messages, Vital vital) {
        return messages.stream()
                .flatMap(message -> message.content().getMeasurementsList().stream())
                .filter(reading -> reading.getVital() == vital)
                .toList();
    }
}
