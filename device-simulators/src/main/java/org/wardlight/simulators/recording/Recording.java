package org.wardlight.simulators.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.MissingReason;
import org.wardlight.events.v1.Vital;
import org.wardlight.simulators.device.ReadingSource;
import org.wardlight.simulators.device.Signal;

/**
 * What a bedside monitor showed of one patient, second by second, for a device to play.
 *
 * <p>The first second stands at the start of the run, and after the last one it begins again: a device that fell silent
 * would only raise lost signals, and a ward is to stay alive. Where it begins again, values may jump as no patient's do.
 *
 * @param id name of the recording in its data set, for example {@code bidmc-01}
 * @param seconds one for each second, none left out
 */
public record Recording(String id, List<Second> seconds) implements ReadingSource {

    /** @throws IllegalArgumentException when there is nothing to play */
    public Recording {
        seconds = List.copyOf(seconds);
        if (seconds.isEmpty()) {
            throw new IllegalArgumentException("The recording " + id + " holds no reading.");
        }
    }

    /**
     * What stands in a recording for one second.
     *
     * @param values in the unit of the vital catalogue; a vital that is not in it was not measured
     */
    public record Second(Map<Vital, Double> values) {

        static final Second NOTHING = new Second(Map.of());

        /** Copies the values. */
        public Second {
            values = Map.copyOf(values);
        }
    }

    /** After this time it begins again. */
    public Duration length() {
        return Duration.ofSeconds(seconds.size());
    }

    @Override
    public List<Measurement> read(List<Signal> signals, Instant at, Duration sinceStart) {
        Second now = seconds.get(Math.floorMod(sinceStart.toSeconds(), seconds.size()));
        return signals.stream().map(signal -> reading(signal, at, now)).toList();
    }

    /** A bedside monitor hangs on mains. */
    @Override
    public int batteryPercent(Instant at) {
        return 100;
    }

    private static Measurement reading(Signal signal, Instant at, Second now) {
        Measurement.Builder reading = signal.readingAt(at);
        Double value = now.values().get(signal.vital());
        return value == null
                ? reading.setMissing(MissingReason.NOT_MEASURED).build()
                : reading.setValue(value).build();
    }
}
