package org.wardlight.bench.lane;

/**
 * How a ward is driven.
 *
 * @param beds how many, one message of eight values a second each
 * @param warmUpSeconds sent before anything is measured
 * @param seconds measured
 * @param probesPerSecond how many beds cross a limit in a second, at most all of them once
 * @param connections MQTT connections that speak for the beds
 * @param seed two runs of one seed send the same
 */
public record LanePlan(int beds, int warmUpSeconds, int seconds, double probesPerSecond, int connections, long seed) {

    /** The last seconds of a run are left to alarms that are on their way. */
    public static final int LEFT_FOR_ALARMS = 14;

    /** @throws IllegalArgumentException with every problem at once */
    public LanePlan {
        StringBuilder problems = new StringBuilder();
        if (beds < 1 || beds > 20_000) {
            problems.append("--beds must lie between 1 and 20000. ");
        }
        if (seconds < LEFT_FOR_ALARMS + 4 || seconds > 3_600) {
            problems.append("--for must lie between ")
                    .append(LEFT_FOR_ALARMS + 4)
                    .append("s and 1h. ");
        }
        if (warmUpSeconds < 0 || warmUpSeconds > 600) {
            problems.append("--warm-up must lie between 0s and 10m. ");
        }
        if (!(probesPerSecond > 0 && probesPerSecond <= 100)) {
            problems.append("--probes must lie above 0 and not above 100. ");
        }
        if (connections < 1 || connections > 500) {
            problems.append("--connections must lie between 1 and 500. ");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.toString().strip());
        }
    }

    /** Readings of each bed in the whole run. */
    public long readings() {
        return (long) warmUpSeconds + seconds;
    }
}
