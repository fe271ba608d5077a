package org.wardlight.simulators.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wardlight.simulators.device.SimulatedDevice;
import org.wardlight.simulators.payload.PayloadFormat;
import org.wardlight.simulators.physiology.SeededNoise;
import org.wardlight.simulators.recording.Recording;
import org.wardlight.simulators.scenario.DeviceFault;
import org.wardlight.simulators.scenario.DeviceScript;
import org.wardlight.simulators.scenario.ExpectedCondition;
import org.wardlight.simulators.scenario.Scenario;
import org.wardlight.simulators.scenario.Wearing;

/**
 * One run of a scenario, or of recordings, on a set of devices, before any network: the messages of each device and the
 * ground truth.
 *
 * @param start ward time, in whole milliseconds
 * @param boot the boot number of every device in this run
 * @param timelines one for each device, in the given order, each at its beginning
 * @param groundTruth what is really there
 * @param wearing who really wears which device
 */
public record SimulatedWard(
        Instant start,
        long boot,
        List<DeviceTimeline> timelines,
        List<ExpectedCondition> groundTruth,
        List<Wearing> wearing) {

    private static final int SEEDS_APART = 1000;

    /** Copies the lists. */
    public SimulatedWard {
        timelines = List.copyOf(timelines);
        groundTruth = List.copyOf(groundTruth);
        wearing = List.copyOf(wearing);
    }

    /**
     * Prepares a run of a scenario.
     *
     * @param seed the same seed and start give the same bytes
     * @param start ward time; cut to milliseconds
     */
    public static SimulatedWard of(List<SimulatedDevice> devices, Scenario scenario, long seed, Instant start) {
        Instant begin = start.truncatedTo(ChronoUnit.MILLIS);
        long boot = boot(seed, begin);
        List<DeviceTimeline> timelines = new ArrayList<>();
        List<ExpectedCondition> truth = new ArrayList<>();
        List<Wearing> wearing = new ArrayList<>();
        for (Map.Entry<SimulatedDevice, DeviceScript> cast :
                scenario.cast(devices).entrySet()) {
            DeviceTimeline.Part part = new DeviceTimeline.Part(cast.getKey(), cast.getValue(), seed, begin, boot);
            timelines.add(new DeviceTimeline(part));
            truth.addAll(GroundTruth.of(part));
            wearing.addAll(GroundTruth.wearing(part));
        }
        return new SimulatedWard(begin, boot, timelines, truth, wearing);
    }

    /**
     * What the devices of a run of a scenario stored before it: healthy patients, whatever befalls them later.
     *
     * @param seed that of the run
     * @param start that of the run
     * @param length how far back it reaches, in whole minutes
     */
    static List<HistoryTimeline> histories(List<SimulatedDevice> devices, long seed, Instant start, Duration length) {
        Instant begin = start.truncatedTo(ChronoUnit.MILLIS);
        long boot = boot(seed, begin.minus(length));
        return devices.stream()
                .map(device -> new DeviceTimeline.Part(device, DeviceScript.UNEVENTFUL, seed, begin, boot))
                .map(part -> new HistoryTimeline(part, length))
                .toList();
    }

    /**
     * Prepares a run in which device i plays recording i from its beginning. Nobody wrote down what has to be noticed in
     * the recordings, so there is no ground truth.
     *
     * @param devices not more than there are recordings
     * @param replay the recordings, and whether they begin again after their end
     * @param seed decides only how the devices are offset against each other, within a second or a few
     * @param start ward time; cut to milliseconds
     */
    static SimulatedWard replaying(List<SimulatedDevice> devices, Programme.Replay replay, long seed, Instant start) {
        Instant begin = start.truncatedTo(ChronoUnit.MILLIS);
        long boot = boot(seed, begin);
        List<DeviceTimeline> timelines = new ArrayList<>();
        for (int i = 0; i < devices.size(); i++) {
            Recording recording = replay.recordings().get(i);
            DeviceScript script = replay.again()
                    ? DeviceScript.UNEVENTFUL
                    : DeviceScript.of(new DeviceFault.Silence(recording.length()));
            DeviceTimeline.Part part = new DeviceTimeline.Part(devices.get(i), script, seed, begin, boot);
            timelines.add(new DeviceTimeline(part, recording, PayloadFormat.PROTOBUF));
        }
        return new SimulatedWard(begin, boot, timelines, List.of(), List.of());
    }

    /**
     * Grows with the start, differs between seeds, and stays below 2^53 so that every JSON reader keeps it whole:
     * milliseconds since 1970 and three digits that depend on the seed.
     */
    private static long boot(long seed, Instant start) {
        return start.toEpochMilli() * SEEDS_APART + new SeededNoise(seed, "boot").below(SEEDS_APART, 0);
    }
}
