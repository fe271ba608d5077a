package org.wardlight.models.history;

import java.util.Arrays;

/** Ten seconds that readings are still added to. */
public class OpenPane {
    /** None. */
    public static final int NONE = Integer.MIN_VALUE;

    /** At 1 Hz there are ten; of a faster device the first ones stand for all. */
    private static final int MOST = 32;

    /** Which: time since 1970 over the length of a pane. */
    public int index = NONE;
    /** Its readings, in the vital's unit. */
    public float[] values = new float[0];

    /** For the state serializer. */
    public OpenPane() {}

    void add(double value) {
        if (values.length < MOST) {
            values = Arrays.copyOf(values, values.length + 1);
            values[values.length - 1] = (float) value;
        }
    }

    double median() {
        return Robust.median(Robust.doubles(values));
    }

    boolean isOpen() {
        return index != NONE;
    }
}
