package org.wardlight.simulators.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.wardlight.events.VitalCatalogue;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.MissingReason;
import org.wardlight.events.v1.Vital;
import org.wardlight.simulators.device.ReadingSource;
import org.wardlight.simulators.device.Signal;

/**
 * What a device showed of one patient, step by step, for another device to play.
 *
 * <p>The first row stands at the start of the run, and after the last one it begins again: a device that fell silent would
 * only raise lost signals, and a ward is to stay alive. Where it begins again, values may jump as no patient's do.
 *
 * @param id name of the recording in its data set, for example {@code bidmc-01}
 * @param step time from one row to the next
 * @param rows one for each step, none left out
 */
public record Recording(String id, Duration step, List<Row> rows) implements ReadingSource {

    /** @throws IllegalArgumentException when there is nothing to play */
    public Recording {
        rows = List.copyOf(rows);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("The recording " + id + " holds no reading.");
        }
    }

    /**
     * What stands in a recording for one step.
     *
     * @param values in the unit of the vital catalogue; a vital that is not in it was not measured
     * @param beats heartbeats since the row before, oldest first
     */
    public record Row(Map<Vital, Double> values, List<Beat> beats) {

        static final Row NOTHING = new Row(Map.of());

        /** Copies the values. */
        public Row {
            values = Map.copyOf(values);
            beats = List.copyOf(beats);
        }

        Row(Map<Vital, Double> values) {
            this(values, List.of());
        }
    }

    /**
     * A heartbeat whose distance from the one before is known.
     *
     * @param ago how long before its row it was
     * @param interval since the beat before
     */
    public record Beat(Duration ago, Duration interval) {}

    /** After this time it begins again. */
    public Duration length() {
        return step.multipliedBy(rows.size());
    }

    @Override
    public List<Measurement> read(List<Signal> signals, Instant at, Duration sinceStart) {
        long index = Math.floorDiv(sinceStart.toMillis(), step.toMillis());
        Row now = rows.get(Math.floorMod(index, rows.size()));
        return signals.stream()
                .flatMap(signal -> signal.vital() == Vital.INTER_BEAT_INTERVAL
                        ? now.beats().stream().map(beat -> reading(signal, at, beat))
                        : Stream.of(reading(signal, at, now)))
                .toList();
    }

    /** Nobody wrote it down. */
    @Override
    public int batteryPercent(Instant at) {
        return 100;
    }

    private static Measurement reading(Signal signal, Instant at, Beat beat) {
        return signal.readingAt(at.minus(beat.ago()))
                .setValue(beat.interval().toNanos() / 1e6)
                .build();
    }

    private static Measurement reading(Signal signal, Instant at, Row now) {
        Measurement.Builder reading = signal.readingAt(at);
        Double value = now.values().get(signal.vital());
        if (value == null) {
            return reading.setMissing(MissingReason.NOT_MEASURED).build();
        }
        // Written down by hand or by a sensor that had come off: no device would send it.
        return VitalCatalogue.standard().isPlausible(signal.vital(), value)
                ? reading.setValue(value).build()
                : reading.setMissing(MissingReason.OUT_OF_SENSOR_RANGE).build();
    }
}
