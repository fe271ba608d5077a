package org.wardlight.stream.sequence;

import java.util.Arrays;

/** Sets of numbers kept as inclusive ranges in one array: from, to, from, to, ..., ascending, not touching. */
public final class SeenRanges {

    private SeenRanges() {}

    /** Whether a number is in the set. */
    public static boolean contains(long[] ranges, long number) {
        for (int i = ranges.length - 2; i >= 0; i -= 2) {
            if (number >= ranges[i]) {
                return number <= ranges[i + 1];
            }
        }
        return false;
    }

    /** The ranges with one more number; beyond {@code most} ranges the lowest two are joined, so that the gap between counts as seen. */
    public static long[] add(long[] ranges, long number, int most) {
        int n = ranges.length;
        if (n > 0 && number == ranges[n - 1] + 1) {
            // By far the commonest case: the next number. The array is shared with no snapshot that could still change.
            long[] grown = ranges.clone();
            grown[n - 1] = number;
            return grown;
        }
        return limited(inserted(ranges, number), most);
    }

    private static long[] inserted(long[] ranges, long number) {
        int at = 0;
        while (at < ranges.length && ranges[at + 1] + 1 < number) {
            at += 2;
        }
        if (at == ranges.length || number + 1 < ranges[at]) {
            return spliced(ranges, at, 0, number, number);
        }
        long from = Math.min(ranges[at], number);
        long to = Math.max(ranges[at + 1], number);
        boolean joinsNext = at + 2 < ranges.length && ranges[at + 2] == to + 1;
        return joinsNext ? spliced(ranges, at, 4, from, ranges[at + 3]) : spliced(ranges, at, 2, from, to);
    }

    private static long[] spliced(long[] ranges, int at, int removed, long from, long to) {
        long[] result = new long[ranges.length - removed + 2];
        System.arraycopy(ranges, 0, result, 0, at);
        result[at] = from;
        result[at + 1] = to;
        System.arraycopy(ranges, at + removed, result, at + 2, ranges.length - at - removed);
        return result;
    }

    private static long[] limited(long[] ranges, int most) {
        if (ranges.length <= 2 * most) {
            return ranges;
        }
        long[] joined = Arrays.copyOfRange(ranges, 2, ranges.length);
        joined[0] = ranges[0];
        return joined;
    }
}
