package org.wardlight.stream.device;

import org.wardlight.events.v1.DecidingReading;
import org.wardlight.events.v1.Measurement;

/**
 * One measurement that is judged now.
 *
 * @param measurement device time corrected
 * @param identity the message it came in
 * @param nowMillis the ingest clock
 */
record LiveReading(Measurement measurement, DecidingReading identity, long nowMillis) {

    long deviceMillis() {
        return measurement.getDeviceTimeMs();
    }
}
