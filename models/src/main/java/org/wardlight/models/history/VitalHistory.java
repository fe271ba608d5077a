package org.wardlight.models.history;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The last quarter of an hour of one vital in panes of ten seconds, and its last day in clock hours. A pane is the median of
 * its readings, an hour the median of its five-minute means: so a device that sends once a second and one that sends once an
 * hour tell the same when they measure the same. Late readings find their place; what is older than a day does not.
 */
public final class VitalHistory {

    /** Length of a pane. */
    public static final long PANE_MILLIS = 10_000;

    /** Length of an hour. */
    public static final long HOUR_MILLIS = 3_600_000;

    /** How many hours are remembered beside the present one. */
    public static final int HOURS = VitalHistoryState.HOURS;

    private static final int PANES_PER_HOUR = (int) (HOUR_MILLIS / PANE_MILLIS);
    private static final int PANES_PER_SLOT = PANES_PER_HOUR / OpenHour.SLOTS;

    private final VitalHistoryState state;
    private final int panesKept;

    /**
     * Looks at what is kept of a vital.
     *
     * @param panesKept how many panes are remembered: 97 for a quarter of an hour and a minute, 31 for five minutes
     */
    public VitalHistory(VitalHistoryState state, int panesKept) {
        this.state = state;
        this.panesKept = panesKept;
    }

    /** Adds a reading by its corrected device time, ms, in the vital's unit. */
    public void add(long timeMillis, double value) {
        int pane = paneOf(timeMillis);
        if (pane > state.newest.index) {
            close(state.newest);
            open(state.newest, pane);
        } else if (pane < state.newest.index && pane != state.earlier.index) {
            close(state.earlier);
            open(state.earlier, pane);
        }
        (pane == state.newest.index ? state.newest : state.earlier).add(value);
        state.newestMillis = Math.max(state.newestMillis, timeMillis);
    }

    /** Whether anything was ever measured. */
    public boolean isEmpty() {
        return !state.newest.isOpen();
    }

    /** Device time of the newest reading, ms; 0 before the first. */
    public long newestMillis() {
        return state.newestMillis;
    }

    /** Medians of the panes from one time (inclusive) to another (exclusive) by their number, in no certain order. */
    public double[] panes(int from, int to) {
        double[] closed = IntStream.range(0, state.paneIndices.length)
                .filter(i -> state.paneIndices[i] >= from && state.paneIndices[i] < to)
                .mapToDouble(i -> state.paneValues[i])
                .toArray();
        int n = closed.length;
        double[] all = Arrays.copyOf(closed, n + 2);
        for (OpenPane open : new OpenPane[] {state.earlier, state.newest}) {
            if (open.isOpen() && open.index >= from && open.index < to) {
                all[n++] = open.median();
            }
        }
        return Arrays.copyOf(all, n);
    }

    /** Values of an hour (hours since 1970) and those before it, the newest first; NaN where nothing was measured. */
    public double[] hours(long newest, int count) {
        double[] values = new double[count];
        for (int back = 0; back < count; back++) {
            values[back] = hour(newest - back);
        }
        return values;
    }

    /** The number of the pane that a time lies in. */
    public static int paneOf(long timeMillis) {
        return Math.toIntExact(Math.floorDiv(timeMillis, PANE_MILLIS));
    }

    /** The number of the hour that a time lies in. */
    public static long hourOf(long timeMillis) {
        return Math.floorDiv(timeMillis, HOUR_MILLIS);
    }

    private double hour(long index) {
        OpenHour known = new OpenHour();
        if (index == state.hour.index) {
            known = state.hour.copy();
        } else if (index == state.earlierHour.index) {
            known = state.earlierHour.copy();
        }
        for (OpenPane open : new OpenPane[] {state.earlier, state.newest}) {
            if (open.isOpen() && hourOfPane(open.index) == index) {
                known.add(slotOf(open.index), open.median());
            }
        }
        return merged(closedHour(index), known);
    }

    private double merged(int place, OpenHour open) {
        int slots = place < 0 ? 0 : state.hourSlots[place];
        int more = open.known();
        if (more == 0) {
            return slots == 0 ? Double.NaN : state.hours[place];
        }
        return slots == 0 ? open.value() : (state.hours[place] * slots + open.value() * more) / (slots + more);
    }

    /** Its place among the closed hours; negative when it is not one of them. */
    private int closedHour(long index) {
        long place = state.hour.index == OpenHour.NONE ? -1 : state.hour.index - 1 - index;
        return place < 0 || place >= HOURS ? -1 : (int) place;
    }

    private static void open(OpenPane pane, int index) {
        pane.index = index;
        pane.values = new float[0];
    }

    private void close(OpenPane pane) {
        if (!pane.isOpen()) {
            return;
        }
        double value = pane.median();
        remember(pane.index, value);
        long hour = hourOfPane(pane.index);
        if (state.hour.index == OpenHour.NONE) {
            state.hour.begin(hour);
        } else if (hour > state.hour.index) {
            moveTo(hour);
        }
        if (hour == state.hour.index) {
            state.hour.add(slotOf(pane.index), value);
        } else if (closedHour(hour) >= 0) {
            addEarlier(hour, slotOf(pane.index), value);
        }
        pane.index = OpenPane.NONE;
    }

    private void addEarlier(long hour, int slot, double value) {
        if (hour != state.earlierHour.index) {
            closeEarlierHour();
            state.earlierHour.begin(hour);
        }
        state.earlierHour.add(slot, value);
    }

    private void closeEarlierHour() {
        int place = closedHour(state.earlierHour.index);
        if (state.earlierHour.index != OpenHour.NONE && place >= 0) {
            closeInto(place, state.earlierHour);
        }
        state.earlierHour.index = OpenHour.NONE;
    }

    private void closeInto(int place, OpenHour open) {
        state.hours[place] = (float) merged(place, open);
        state.hourSlots[place] = (byte) Math.min(Byte.MAX_VALUE, state.hourSlots[place] + open.known());
    }

    private void moveTo(long hour) {
        closeEarlierHour();
        long steps = hour - state.hour.index;
        float[] hours = new float[HOURS];
        byte[] slots = new byte[HOURS];
        Arrays.fill(hours, Float.NaN);
        for (int place = 0; place + steps < HOURS; place++) {
            hours[(int) (place + steps)] = state.hours[place];
            slots[(int) (place + steps)] = state.hourSlots[place];
        }
        state.hours = hours;
        state.hourSlots = slots;
        if (steps <= HOURS) {
            closeInto((int) (steps - 1), state.hour);
        }
        state.hour.begin(hour);
    }

    /** Keeps the newest panes, in order; one that is known already becomes the mean of both. */
    private void remember(int index, double value) {
        int newest = Math.max(index, state.newest.index);
        int at = Arrays.binarySearch(state.paneIndices, index);
        if (at >= 0) {
            state.paneValues[at] = (float) ((state.paneValues[at] + value) / 2);
            return;
        }
        if (index <= newest - panesKept) {
            return;
        }
        int from = 0;
        while (from < state.paneIndices.length && state.paneIndices[from] <= newest - panesKept) {
            from++;
        }
        insert(from, -at - 1, index, (float) value);
    }

    private void insert(int from, int place, int index, float value) {
        int n = state.paneIndices.length;
        int[] indices = new int[n - from + 1];
        float[] values = new float[n - from + 1];
        System.arraycopy(state.paneIndices, from, indices, 0, place - from);
        System.arraycopy(state.paneValues, from, values, 0, place - from);
        indices[place - from] = index;
        values[place - from] = value;
        System.arraycopy(state.paneIndices, place, indices, place - from + 1, n - place);
        System.arraycopy(state.paneValues, place, values, place - from + 1, n - place);
        state.paneIndices = indices;
        state.paneValues = values;
    }

    private static long hourOfPane(int pane) {
        return Math.floorDiv(pane, PANES_PER_HOUR);
    }

    private static int slotOf(int pane) {
        return Math.floorMod(pane, PANES_PER_HOUR) / PANES_PER_SLOT;
    }
}
