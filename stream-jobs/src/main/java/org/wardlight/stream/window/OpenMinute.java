package org.wardlight.stream.window;

/** A minute that takes its ten seconds once nothing more is expected of them. */
public class OpenMinute extends OpenWindow {
    /** How many of its ten seconds are still open. */
    public int openPanes;

    /** For the state serializer. */
    public OpenMinute() {}

    @Override
    int resolutionMillis() {
        return SeriesWindows.MINUTE_MILLIS;
    }
}
