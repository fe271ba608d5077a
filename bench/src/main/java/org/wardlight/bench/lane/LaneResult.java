package org.wardlight.bench.lane;

import java.util.Map;

/**
 * What a lane showed.
 *
 * @param readingsPerSecond values sent in a second of the measured time
 * @param messages messages sent in the whole run
 * @param acknowledged of them, by the broker
 * @param pages received on the first level
 * @param expectedPages that the reference asks for
 * @param checks L1 to L8 as far as the lane has the edge; 0 is the only good number
 * @param pageLatency of all of them
 * @param pubackLatency from the intended sending to PUBACK
 * @param stall what the machine alone added to a sleep of 1 ms
 * @param driverLatestMillis how far behind its timetable the driver was at most
 * @param cpuMicrosPerReading of the ward's process, by the operating system, over the measured time
 * @param cpuMicrosPerReadingByWork of its Java threads, by what they do; what is missing to the whole was the compiler, the
 *     garbage collector, or a thread that has ended
 * @param heapKilobytesPerPatient what its heap grew by from before the first message to the end, after collecting
 */
public record LaneResult(
        double readingsPerSecond,
        long messages,
        long acknowledged,
        long pages,
        long expectedPages,
        Map<String, Long> checks,
        Latencies pageLatency,
        Latencies pubackLatency,
        Latencies stall,
        double driverLatestMillis,
        double cpuMicrosPerReading,
        Map<String, Double> cpuMicrosPerReadingByWork,
        double heapKilobytesPerPatient) {

    /** Copies the maps. */
    public LaneResult {
        checks = Map.copyOf(checks);
        cpuMicrosPerReadingByWork = Map.copyOf(cpuMicrosPerReadingByWork);
    }

    /** Whether nothing was lost, missed, invented or out of order. */
    public boolean isClean() {
        return checks.values().stream().allMatch(count -> count == 0);
    }

    /** A count; 0 where the lane has no such edge. */
    public long check(String name) {
        return checks.getOrDefault(name, 0L);
    }
}
