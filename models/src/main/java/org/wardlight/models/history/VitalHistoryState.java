package org.wardlight.models.history;

import java.util.Arrays;
import org.wardlight.events.v1.Vital;

/** What is kept of one vital of one patient: half a kilobyte, or one and a half with a quarter of an hour of panes. */
public class VitalHistoryState {
    static final int HOURS = 24;

    /** What was measured. */
    public Vital vital = Vital.VITAL_UNSPECIFIED;
    /** Closed panes of the last minutes, oldest first. */
    public int[] paneIndices = new int[0];
    /** Their medians, in the vital's unit. */
    public float[] paneValues = new float[0];
    /** The newest pane. */
    public OpenPane newest = new OpenPane();
    /** A pane before it, that late readings fill. */
    public OpenPane earlier = new OpenPane();
    /** The newest hour. */
    public OpenHour hour = new OpenHour();
    /** An hour before it, that late readings fill. */
    public OpenHour earlierHour = new OpenHour();
    /** Values of the closed hours: the one before {@link #hour} first, NaN where nothing was measured. */
    public float[] hours = filled();
    /** How many slots each of them had. */
    public byte[] hourSlots = new byte[HOURS];
    /** Device time of the newest reading, ms; 0 before the first. */
    public long newestMillis;

    /** For the state serializer. */
    public VitalHistoryState() {}

    private static float[] filled() {
        float[] none = new float[HOURS];
        Arrays.fill(none, Float.NaN);
        return none;
    }
}
