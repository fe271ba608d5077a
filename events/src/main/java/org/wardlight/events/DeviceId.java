package org.wardlight.events;

import java.util.regex.Pattern;

/**
 * A device's own name, as it stands in its MQTT topic and in its credential: 1 to 64 of {@code A-Z a-z 0-9 - _ . :},
 * starting with a letter or digit.
 */
public record DeviceId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}");

    /** @throws IllegalArgumentException when the value is not of that shape */
    public DeviceId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a device id: " + value);
        }
    }

    /** Whether a text could be a device id. */
    public static boolean isValid(String text) {
        return SHAPE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
