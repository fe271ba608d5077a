package org.wardlight.simulators.scenario;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Ground truth: who really wears a device, whatever the register believes.
 *
 * @param deviceId the device
 * @param bedIndex the bed of the patient who wears it, 1 for the first
 * @param from when it was put on
 * @param until when it was taken off (exclusive); null when it stays
 */
public record Wearing(
        String deviceId,
        int bedIndex,
        Instant from,
        @Nullable Instant until) {}
