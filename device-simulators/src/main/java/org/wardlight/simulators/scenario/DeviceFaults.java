package org.wardlight.simulators.scenario;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How one device fails. All times count from the start of the run.
 *
 * @param probeOffFrom when the oximeter's probe falls off; null for never
 * @param outage when it has no network and stores what it measures; null for never
 * @param silentFrom when it stops measuring altogether; null for never
 */
public record DeviceFaults(
        @Nullable Duration probeOffFrom,
        @Nullable Outage outage,
        @Nullable Duration silentFrom) {

    /** A device that works. */
    public static final DeviceFaults NONE = new DeviceFaults(null, null, null);

    /**
     * A time without network.
     *
     * @param from when it begins
     * @param until when the network is back (exclusive)
     */
    public record Outage(Duration from, Duration until) {

        /** @throws IllegalArgumentException unless it ends after it began */
        public Outage {
            if (from.isNegative() || until.compareTo(from) <= 0) {
                throw new IllegalArgumentException("an outage must end after it began: " + from + " to " + until);
            }
        }

        /** Whether there is no network at this time. */
        public boolean covers(Duration sinceStart) {
            return sinceStart.compareTo(from) >= 0 && sinceStart.compareTo(until) < 0;
        }
    }

    /** Whether the oximeter's probe is off at this time. */
    public boolean isProbeOff(Duration sinceStart) {
        return probeOffFrom != null && sinceStart.compareTo(probeOffFrom) >= 0;
    }

    /** Whether the device has stopped at this time. */
    public boolean isSilent(Duration sinceStart) {
        return silentFrom != null && sinceStart.compareTo(silentFrom) >= 0;
    }
}
