package org.wardlight.stream.window;

/**
 * What is kept of the readings of a window instead of the readings. Moments are kept about the running means (Welford), so that
 * a small spread around a large value is not lost; two of them are put together by the formula of Chan, Golub and LeVeque
 * (1979). Keyed state of the job, therefore public and mutable.
 */
public class WindowAccumulator {
    /** Readings. */
    public int count;
    /** How many of them came as history. */
    public int late;
    /** Smallest value. */
    public double min = Double.POSITIVE_INFINITY;
    /** Greatest value. */
    public double max = Double.NEGATIVE_INFINITY;
    /** Mean value. */
    public double mean;
    /** Sum of squared distances of the values from their mean. */
    public double spread;
    /** Mean time, minutes. */
    public double meanTime;
    /** Sum of squared distances of the times from their mean. */
    public double timeSpread;
    /** Sum of the products of both distances. */
    public double joint;

    /** For the state serializer. */
    public WindowAccumulator() {}

    /** Adds a reading; its time counts from a point common to all that are put together, in minutes. */
    void add(double minutes, double value, boolean cameLate) {
        count++;
        late += cameLate ? 1 : 0;
        min = Math.min(min, value);
        max = Math.max(max, value);
        double valueBefore = value - mean;
        double timeBefore = minutes - meanTime;
        mean += valueBefore / count;
        meanTime += timeBefore / count;
        spread += valueBefore * (value - mean);
        timeSpread += timeBefore * (minutes - meanTime);
        joint += timeBefore * (value - mean);
    }

    /** Adds everything of another one. */
    void add(WindowAccumulator other) {
        if (other.count == 0) {
            return;
        }
        double together = count + other.count;
        double weight = count * (other.count / together);
        double value = other.mean - mean;
        double time = other.meanTime - meanTime;
        spread += other.spread + value * value * weight;
        timeSpread += other.timeSpread + time * time * weight;
        joint += other.joint + time * value * weight;
        mean += value * other.count / together;
        meanTime += time * other.count / together;
        min = Math.min(min, other.min);
        max = Math.max(max, other.max);
        count += other.count;
        late += other.late;
    }

    /** Standard deviation of these readings, not an estimate of others. */
    double deviation() {
        return Math.sqrt(spread / count);
    }

    /** Whether there are readings of two moments; a single moment has no slope. */
    boolean hasSlope() {
        return timeSpread > 0;
    }

    /** Least-squares slope, per minute. */
    double slope() {
        return joint / timeSpread;
    }
}
