package org.wardlight.app.simulation;

import java.time.Duration;
import org.wardlight.simulators.recording.RecordedProfile;

/** How fast a ward clock may run: devices that speak once an hour can be followed at a speed that others cannot. */
public final class ReplaySpeed {

    /** For devices that speak every second. */
    public static final double USUAL = 60;

    /** For devices that speak once a minute or less: an hour in a second. */
    public static final double OF_RARE_MESSAGES = 3600;

    private static final Duration RARE = Duration.ofMinutes(1);

    private ReplaySpeed() {}

    /** The fastest for these recordings. */
    public static double fastest(RecordedProfile recorded) {
        return recorded.device().interval().compareTo(RARE) >= 0 ? OF_RARE_MESSAGES : USUAL;
    }
}
