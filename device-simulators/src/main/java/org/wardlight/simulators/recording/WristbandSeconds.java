package org.wardlight.simulators.recording;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.wardlight.events.v1.Vital;

/** The files of one wristband on their way to a recording: they start and tick differently, a second is common to all. */
final class WristbandSeconds {

    private static final double COUNTS_PER_G = 64;
    private static final double GRAVITY_G = 1;

    /** A week: no battery lasts longer, so the times are broken. */
    private static final long MOST_SECONDS = 7 * 24 * 3600L;

    private final String id;
    private final SortedMap<Long, Second> seconds = new TreeMap<>();

    WristbandSeconds(String id) {
        this.id = id;
    }

    /** What is done with the numbers of one line. */
    interface Sample {

        /** Takes note of what was measured at this time, s since 1970. */
        void at(double time, double[] numbers);
    }

    /** Reads one file; beats carry their time, everything else comes at the rate in the second line. */
    void read(BufferedReader lines, String name, Sample sample) throws IOException {
        double start = numbers(lines.readLine(), name, 1)[0];
        boolean beats = name.endsWith("IBI.csv");
        double rate = beats ? 1 : numbers(lines.readLine(), name, 2)[0];
        int number = beats ? 1 : 2;
        int index = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                double[] numbers = numbers(line, name, number);
                sample.at(start + (beats ? numbers[0] : index++ / rate), numbers);
            }
        }
    }

    void heartRate(double time, double[] numbers) {
        second(time).values.put(Vital.PULSE_RATE, numbers[0]);
    }

    /** Four in a second; the one at the whole second is kept. */
    void temperature(double time, double[] numbers) {
        second(time).values.putIfAbsent(Vital.SKIN_TEMPERATURE, numbers[0]);
    }

    void acceleration(double time, double[] numbers) {
        double squares = Arrays.stream(numbers).map(axis -> axis * axis).sum();
        double besideGravity = Math.sqrt(squares) / COUNTS_PER_G - GRAVITY_G;
        second(time + 1).move(besideGravity);
    }

    void beat(double time, double[] numbers) {
        double whole = Math.ceil(time);
        if (numbers.length < 2) {
            throw new IllegalArgumentException("The recording " + id + " has a beat without an interval.");
        }
        second(whole).beats.add(new Recording.Beat(seconds(whole - time), seconds(numbers[1])));
    }

    Recording recording() {
        if (seconds.isEmpty()) {
            throw new IllegalArgumentException("The recording " + id + " holds no reading.");
        }
        if (seconds.lastKey() - seconds.firstKey() > MOST_SECONDS) {
            throw new IllegalArgumentException("The files of the recording " + id + " lie more than a week apart.");
        }
        List<Recording.Row> rows = new ArrayList<>();
        for (long second = seconds.firstKey(); second <= seconds.lastKey(); second++) {
            Second there = seconds.get(second);
            rows.add(there == null ? Recording.Row.NOTHING : there.row());
        }
        return new Recording(id, Duration.ofSeconds(1), rows);
    }

    private Second second(double time) {
        return seconds.computeIfAbsent((long) Math.floor(time), none -> new Second());
    }

    private double[] numbers(String line, String name, int number) {
        if (line == null) {
            throw new IllegalArgumentException("The file " + name + " ends before line " + number + ".");
        }
        try {
            // The first line of the beats carries a word after its number.
            String[] cells = line.split(",");
            int wanted = number == 1 ? 1 : cells.length;
            return Arrays.stream(cells)
                    .limit(wanted)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "The file " + name + " has \"" + line + "\" in line " + number + ", not numbers.", e);
        }
    }

    private static Duration seconds(double count) {
        return Duration.ofNanos(Math.round(count * 1e9));
    }

    private static final class Second {

        private final Map<Vital, Double> values = new EnumMap<>(Vital.class);
        private final List<Recording.Beat> beats = new ArrayList<>();
        private double squares;
        private int samples;

        private void move(double besideGravity) {
            squares += besideGravity * besideGravity;
            samples++;
        }

        private Recording.Row row() {
            if (samples > 0) {
                // The sensor's own step is 0.016 g.
                values.put(Vital.BODY_MOTION, Math.round(1000 * Math.sqrt(squares / samples)) / 1000.0);
            }
            return new Recording.Row(values, beats);
        }
    }
}
