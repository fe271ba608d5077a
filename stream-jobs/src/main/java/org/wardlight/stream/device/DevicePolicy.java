package org.wardlight.stream.device;

import java.io.Serializable;
import java.time.Duration;

/**
 * How readings are told live from late, and how long unassigned ones wait.
 *
 * @param lateAfter a reading that arrives later than this after it was measured is history; 2 min
 * @param holdUnassigned how long a reading waits for an association before it is quarantined; 15 min
 */
public record DevicePolicy(Duration lateAfter, Duration holdUnassigned) implements Serializable {

    /** The production values. */
    public static final DevicePolicy STANDARD = new DevicePolicy(Duration.ofMinutes(2), Duration.ofMinutes(15));

    /** @throws IllegalArgumentException when one of them is negative */
    public DevicePolicy {
        if (lateAfter.isNegative() || holdUnassigned.isNegative()) {
            throw new IllegalArgumentException("times of the device policy must not be negative");
        }
    }
}
