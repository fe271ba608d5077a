package org.wardlight.simulators.device;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.wardlight.events.v1.Measurement;

/** Where the readings of one device come from: a simulated patient on sensors, or the recording of a real one. */
public interface ReadingSource {

    /**
     * One reading of every given signal, in their order.
     *
     * @param at when it measures, ward time; the device time of the readings
     * @param sinceStart how far into the run that is
     */
    List<Measurement> read(List<Signal> signals, Instant at, Duration sinceStart);

    /** Battery charge in % at a moment; 100 on mains. */
    int batteryPercent(Instant at);
}
