package org.wardlight.simulators.device;

import java.time.Duration;
import java.time.Instant;
import org.wardlight.events.v1.BodySite;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.Vital;

/**
 * One series that a device delivers.
 *
 * @param vital what
 * @param method how
 * @param site where on the body
 * @param every how often: a whole multiple of the device's message interval, or a whole part of it
 */
public record Signal(Vital vital, Method method, BodySite site, Duration every) {

    /** A reading of this signal at a moment, still without a value. */
    public Measurement.Builder readingAt(Instant at) {
        return Measurement.newBuilder()
                .setDeviceTimeMs(at.toEpochMilli())
                .setVital(vital)
                .setMethod(method)
                .setSite(site);
    }
}
