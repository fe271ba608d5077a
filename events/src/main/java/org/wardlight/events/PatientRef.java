package org.wardlight.events;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The pseudonym of one stay: {@code p-} and 32 hex digits (128 random bits). A readmission gets a new one; only the ward
 * register can link it to a person.
 */
public record PatientRef(String value) {

    private static final Pattern SHAPE = Pattern.compile("p-[0-9a-f]{32}");
    private static final int BYTES = 16;

    /** @throws IllegalArgumentException when the value is not of that shape */
    public PatientRef {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a patient reference: " + value);
        }
    }

    /** Whether a text could be a patient reference. */
    public static boolean isValid(String text) {
        return SHAPE.matcher(text).matches();
    }

    /** A new pseudonym, from a source that cannot be guessed. */
    public static PatientRef random(SecureRandom source) {
        byte[] bytes = new byte[BYTES];
        source.nextBytes(bytes);
        return new PatientRef("p-" + HexFormat.of().formatHex(bytes));
    }

    @Override
    public String toString() {
        return value;
    }
}
