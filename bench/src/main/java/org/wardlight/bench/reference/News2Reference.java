package org.wardlight.bench.reference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The National Early Warning Score 2 told a second time, as the chart prints it: columns of steps, each with the first value
 * that lies in it. What is not known is tried with every box of its column, so the bounds are found by looking, not by a rule
 * for what is missing. Shares nothing with production.
 *
 * <p>Source: Royal College of Physicians, National Early Warning Score (NEWS) 2, London 2017, charts 1 and 2.
 */
public final class News2Reference {

    /** Clinical risk, mildest first. */
    public enum Risk {
        LOW,
        LOW_MEDIUM,
        MEDIUM,
        HIGH
    }

    /**
     * What was seen at the bed; null for what was not.
     *
     * @param respiration breaths, /min
     * @param spo2 saturation, %
     * @param scale2 whether scale 2 was ordered
     * @param oxygen whether oxygen is given
     * @param systolic mmHg
     * @param pulse beats, /min
     * @param acvpu one of the letters A, C, V, P, U
     * @param tenths temperature, tenths of a degree Celsius
     */
    public record Seen(
            @Nullable Integer respiration,
            @Nullable Integer spo2,
            boolean scale2,
            @Nullable Boolean oxygen,
            @Nullable Integer systolic,
            @Nullable Integer pulse,
            @Nullable Character acvpu,
            @Nullable Integer tenths) {}

    /** The least and the most that the true score can be, its risk likewise, and whether a box of 3 is certain. */
    public record Bounds(int least, int most, Risk leastRisk, Risk mostRisk, boolean red) {}

    /** A box of the chart: it holds values from this one up to the next box's first. */
    private record Box(int first, int points) {}

    private static final List<Box> RESPIRATION = boxes(0, 3, 9, 1, 12, 0, 21, 2, 25, 3);
    private static final List<Box> SCALE_1 = boxes(0, 3, 92, 2, 94, 1, 96, 0);
    private static final List<Box> SCALE_2_AIR = boxes(0, 3, 84, 2, 86, 1, 88, 0);
    private static final List<Box> SCALE_2_OXYGEN = boxes(0, 3, 84, 2, 86, 1, 88, 0, 93, 1, 95, 2, 97, 3);
    private static final List<Box> SYSTOLIC = boxes(0, 3, 91, 2, 101, 1, 111, 0, 220, 3);
    private static final List<Box> PULSE = boxes(0, 3, 41, 1, 51, 0, 91, 1, 111, 2, 131, 3);
    private static final List<Box> TEMPERATURE = boxes(0, 3, 351, 1, 361, 0, 381, 1, 391, 2);
    private static final int RED = 3;

    private News2Reference() {}

    /** The bounds of what was seen. */
    public static Bounds of(Seen seen) {
        Bounds found = null;
        for (boolean oxygen : seen.oxygen == null ? new boolean[] {false, true} : new boolean[] {seen.oxygen}) {
            Bounds with = withOxygen(seen, oxygen);
            found = found == null ? with : widest(found, with);
        }
        return Objects.requireNonNull(found);
    }

    /** The least and the most points of each of the seven parameters, in the order of the chart. */
    static List<int[]> columns(Seen seen) {
        List<int[]> found = new ArrayList<>();
        for (boolean oxygen : seen.oxygen == null ? new boolean[] {false, true} : new boolean[] {seen.oxygen}) {
            List<List<Integer>> columns = boxesOf(seen, oxygen);
            for (int i = 0; i < columns.size(); i++) {
                int least = Collections.min(columns.get(i));
                int most = Collections.max(columns.get(i));
                if (found.size() <= i) {
                    found.add(new int[] {least, most});
                } else {
                    found.get(i)[0] = Math.min(found.get(i)[0], least);
                    found.get(i)[1] = Math.max(found.get(i)[1], most);
                }
            }
        }
        return found;
    }

    private static Bounds withOxygen(Seen seen, boolean oxygen) {
        List<List<Integer>> columns = boxesOf(seen, oxygen);
        List<Integer> least = columns.stream().map(Collections::min).toList();
        List<Integer> most = columns.stream().map(Collections::max).toList();
        return new Bounds(sum(least), sum(most), risk(least), risk(most), least.contains(RED));
    }

    private static List<List<Integer>> boxesOf(Seen seen, boolean oxygen) {
        List<Box> saturation = !seen.scale2 ? SCALE_1 : oxygen ? SCALE_2_OXYGEN : SCALE_2_AIR;
        return List.of(
                candidates(RESPIRATION, seen.respiration),
                candidates(saturation, seen.spo2),
                List.of(oxygen ? 2 : 0),
                candidates(SYSTOLIC, seen.systolic),
                candidates(PULSE, seen.pulse),
                seen.acvpu == null ? List.of(0, RED) : List.of(seen.acvpu == 'A' ? 0 : RED),
                candidates(TEMPERATURE, seen.tenths));
    }

    private static Bounds widest(Bounds one, Bounds other) {
        return new Bounds(
                Math.min(one.least, other.least),
                Math.max(one.most, other.most),
                one.leastRisk.compareTo(other.leastRisk) < 0 ? one.leastRisk : other.leastRisk,
                one.mostRisk.compareTo(other.mostRisk) > 0 ? one.mostRisk : other.mostRisk,
                one.red && other.red);
    }

    private static List<Integer> candidates(List<Box> column, @Nullable Integer value) {
        if (value == null) {
            return column.stream().map(Box::points).distinct().toList();
        }
        Box in = column.get(0);
        for (Box box : column) {
            in = box.first <= value ? box : in;
        }
        return List.of(in.points);
    }

    private static Risk risk(List<Integer> points) {
        int total = sum(points);
        if (total > 6) {
            return Risk.HIGH;
        }
        if (total > 4) {
            return Risk.MEDIUM;
        }
        return points.contains(RED) ? Risk.LOW_MEDIUM : Risk.LOW;
    }

    private static int sum(List<Integer> points) {
        return points.stream().mapToInt(Integer::intValue).sum();
    }

    private static List<Box> boxes(int... firstAndPoints) {
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < firstAndPoints.length; i += 2) {
            boxes.add(new Box(firstAndPoints[i], firstAndPoints[i + 1]));
        }
        return List.copyOf(boxes);
    }
}
