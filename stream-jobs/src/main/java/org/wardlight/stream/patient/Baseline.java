package org.wardlight.stream.patient;

import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.wardlight.events.v1.Vital;

/**
 * What is usual for one vital of one patient: the median of the levels of about a day, and the range around it. It only ever
 * adds a hint inside the limits: no limit depends on it, so it can hide nothing. It is used after six hours and 200 levels; it
 * moves by a tenth a day at most, and when it would move farther, that is told as a drift.
 *
 * <p>Range: 3.5 robust deviations, 0.6745 |x - median| / max(MAD, floor), Iglewicz and Hoaglin, How to Detect and Handle
 * Outliers, 1993. Times, floors and the tenth a day: Wardlight proposals.
 */
final class Baseline {

    /** Size of the histogram. */
    static final int BINS = 64;

    private static final double DEVIATIONS = 3.5;
    private static final double NORMAL = 0.6745;
    private static final double MOST_DRIFT_PER_DAY = 0.1;
    private static final int ENOUGH_LEVELS = 200;
    private static final long ENOUGH_MILLIS = Duration.ofHours(6).toMillis();
    private static final double MEMORY_MILLIS = Duration.ofHours(24).toMillis();
    private static final long DAY_MILLIS = Duration.ofHours(24).toMillis();

    /**
     * How a vital is told apart.
     *
     * @param least lower edge of the first bin, in the vital's unit
     * @param bin width of a bin
     * @param floor smallest deviation that counts, however steady a patient is
     */
    private record Scale(double least, double bin, double floor) {}

    private static final Map<Vital, Scale> SCALES = new EnumMap<>(Map.of(
            Vital.HEART_RATE, new Scale(30, 2.5, 2),
            Vital.PULSE_RATE, new Scale(30, 2.5, 2),
            Vital.RESPIRATORY_RATE, new Scale(0, 1, 1),
            Vital.SPO2, new Scale(68.5, 0.5, 0.5)));

    private final BaselineState state;
    private final Scale scale;

    /** Works on the given state, which it changes. */
    Baseline(BaselineState state) {
        this.state = state;
        this.scale = Optional.ofNullable(SCALES.get(state.vital)).orElseThrow();
    }

    /** The usual range. */
    record Range(double low, double high) {

        boolean holds(double value) {
            return value >= low && value <= high;
        }
    }

    /** Learns a level of a minute; not to be called while anything is wrong with the patient. */
    void learn(double level, long nowMillis) {
        float kept = state.learnt == 0 ? 0 : (float) Math.exp((state.lastMillis - nowMillis) / MEMORY_MILLIS);
        for (int i = 0; i < BINS; i++) {
            state.weights[i] *= kept;
        }
        int bin = (int) Math.floor((level - scale.least) / scale.bin);
        state.weights[Math.max(0, Math.min(BINS - 1, bin))] += 1;
        state.firstMillis = state.learnt == 0 ? nowMillis : state.firstMillis;
        state.lastMillis = nowMillis;
        state.learnt++;
        moveAnchor(nowMillis);
    }

    /** The usual range; empty while too little is known. */
    Optional<Range> range() {
        if (Double.isNaN(state.anchor)) {
            return Optional.empty();
        }
        double level = used();
        double reach = DEVIATIONS * Math.max(deviation(level), scale.floor) / NORMAL;
        return Optional.of(new Range(level - reach, level + reach));
    }

    /** Whether the level has gone farther from that of the day before than it is followed. */
    boolean drifts() {
        return !Double.isNaN(state.anchor) && Math.abs(median() - used()) > scale.bin;
    }

    private void moveAnchor(long nowMillis) {
        boolean known = state.learnt >= ENOUGH_LEVELS && nowMillis - state.firstMillis >= ENOUGH_MILLIS;
        if (known && (Double.isNaN(state.anchor) || nowMillis - state.anchorMillis >= DAY_MILLIS)) {
            state.anchor = Double.isNaN(state.anchor) ? median() : used();
            state.anchorMillis = nowMillis;
        }
    }

    /** The median, as far as it is followed within a day. */
    private double used() {
        double most = Math.abs(state.anchor) * MOST_DRIFT_PER_DAY;
        return Math.max(state.anchor - most, Math.min(state.anchor + most, median()));
    }

    private double median() {
        return middle(this::centre);
    }

    /** The median distance from a level. */
    private double deviation(double level) {
        return middle(bin -> Math.abs(centre(bin) - level));
    }

    /** The weighted median of something that each bin has. */
    private double middle(IntToDoubleFunction of) {
        double half = 0;
        for (float weight : state.weights) {
            half += weight / 2.0;
        }
        int[] order = IntStream.range(0, BINS)
                .boxed()
                .sorted(Comparator.comparingDouble(of::applyAsDouble))
                .mapToInt(Integer::intValue)
                .toArray();
        double weight = 0;
        for (int bin : order) {
            weight += state.weights[bin];
            if (weight >= half) {
                return of.applyAsDouble(bin);
            }
        }
        return of.applyAsDouble(order[BINS - 1]);
    }

    private double centre(int bin) {
        return scale.least + (bin + 0.5) * scale.bin;
    }
}
