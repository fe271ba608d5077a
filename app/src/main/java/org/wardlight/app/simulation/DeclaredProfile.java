package org.wardlight.app.simulation;

import java.time.Duration;
import org.wardlight.simulators.recording.RecordedProfile;
import org.wardlight.station.plan.WardPlan.DeviceProfile;
import org.wardlight.station.plan.WardPlan.Signal;

/** What recordings declare of the devices that play them, as a ward understands it. */
public final class DeclaredProfile {

    private DeclaredProfile() {}

    /** What may stay away as long as it likes is expected by nobody. */
    public static DeviceProfile of(RecordedProfile recorded) {
        return new DeviceProfile(
                recorded.device().id(),
                recorded.device().signals().stream()
                        .filter(signal -> recorded.noSignalAfter().containsKey(signal.vital()))
                        .map(signal -> new Signal(
                                signal.vital(),
                                signal.every(),
                                recorded.noSignalAfter().getOrDefault(signal.vital(), Duration.ZERO)))
                        .toList());
    }
}
