package org.wardlight.simulators.physiology;

/**
 * Gives the same random numbers for the same seed at any moment, in any order: noise as a function of time, not a stream.
 * Integer arithmetic and polynomials only, so that every machine computes the same bits.
 */
public final class SeededNoise {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double TWO_TO_MINUS_53 = 0x1.0p-53;

    private final long key;

    /** Noise of one seed for one purpose; different names give independent noise. */
    public SeededNoise(long seed, String name) {
        long mixed = scramble(seed);
        for (int i = 0; i < name.length(); i++) {
            mixed = scramble(mixed + GOLDEN_GAMMA + name.charAt(i));
        }
        this.key = mixed;
    }

    /** A number in 0 (inclusive) to 1 (exclusive) that belongs to this index. */
    public double unit(long index) {
        return (scramble(key + index * GOLDEN_GAMMA) >>> 11) * TWO_TO_MINUS_53;
    }

    /** A number between two bounds that belongs to this index. */
    public double between(double low, double high, long index) {
        return low + (high - low) * unit(index);
    }

    /** A whole number in 0 (inclusive) to the bound (exclusive) that belongs to this index. */
    public int below(int bound, long index) {
        return (int) (unit(index) * bound);
    }

    /**
     * A smooth curve through time in -1 to 1, which takes a new random height every period.
     *
     * @param millis time, ms since 1970
     * @param periodMillis time between two heights, ms
     */
    public double curve(long millis, long periodMillis) {
        long cell = Math.floorDiv(millis, periodMillis);
        double within = Math.floorMod(millis, periodMillis) / (double) periodMillis;
        double from = 2 * unit(cell) - 1;
        double to = 2 * unit(cell + 1) - 1;
        return from + (to - from) * smoothStep(within);
    }

    /** An S-shaped way from 0 to 1; constant outside. */
    static double smoothStep(double x) {
        double inside = Math.min(1, Math.max(0, x));
        return inside * inside * (3 - 2 * inside);
    }

    private static long scramble(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
