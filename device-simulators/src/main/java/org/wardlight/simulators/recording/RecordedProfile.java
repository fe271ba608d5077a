package org.wardlight.simulators.recording;

import java.time.Duration;
import java.util.Map;
import org.wardlight.events.v1.Vital;
import org.wardlight.simulators.device.DeviceProfile;

/**
 * What the recordings of one kind declare of the device that plays them.
 *
 * @param title what they are, for people
 * @param device its signals, and how often it speaks
 * @param noSignalAfter after which silence a signal counts as lost; a vital that is not in it may stay away as long as it
 *     likes
 */
public record RecordedProfile(String title, DeviceProfile device, Map<Vital, Duration> noSignalAfter) {

    /** Copies the times. */
    public RecordedProfile {
        noSignalAfter = Map.copyOf(noSignalAfter);
    }
}
