package org.wardlight.trends.schema;

import java.time.Duration;

/** How long a stretch of time one row of a trend stands for. */
public enum Resolution {
    /** One reading, as it was measured. */
    RAW("raw", Duration.ZERO),
    TEN_SECONDS("10s", Duration.ofSeconds(10)),
    ONE_MINUTE("1m", Duration.ofMinutes(1));

    private final String id;
    private final Duration length;

    Resolution(String id, Duration length) {
        this.id = id;
        this.length = length;
    }

    /**
     * The resolution of windows of this length.
     *
     * @throws IllegalArgumentException when no windows of this length are kept
     */
    static Resolution ofMillis(long millis) {
        for (Resolution resolution : values()) {
            if (resolution != RAW && resolution.length.toMillis() == millis) {
                return resolution;
            }
        }
        throw new IllegalArgumentException("no windows of " + millis + " ms are kept");
    }

    /** As it stands in the tag. */
    public String id() {
        return id;
    }

    /** Length of the window; zero for raw readings. */
    public Duration length() {
        return length;
    }

    /** Whether a window of this resolution can start here: windows start at whole multiples of their length since 1970. */
    boolean canStartAt(long epochMillis) {
        return this == RAW || Math.floorMod(epochMillis, length.toMillis()) == 0;
    }
}
