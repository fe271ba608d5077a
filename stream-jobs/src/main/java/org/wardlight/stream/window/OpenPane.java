package org.wardlight.stream.window;

/** Ten seconds that take readings. */
public class OpenPane extends OpenWindow {
    /** Ingest time of the newest reading, ms. */
    public long lastHeardMillis;
    /** Whether readings came since it was written. */
    public boolean changed;

    /** For the state serializer. */
    public OpenPane() {}

    @Override
    int resolutionMillis() {
        return SeriesWindows.PANE_MILLIS;
    }
}
