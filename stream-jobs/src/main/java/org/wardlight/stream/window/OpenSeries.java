package org.wardlight.stream.window;

import java.util.ArrayList;
import java.util.List;

/** The open windows of one vital, measured in one way. */
public class OpenSeries {
    /** Number of the vital. */
    public int vital;
    /** Number of the method. */
    public int method;
    /** Expected time between two readings as last heard, ms; 0 when none is expected. */
    public long intervalMillis;
    /** Ascending by start. */
    public List<OpenPane> panes = new ArrayList<>();
    /** Ascending by start; every open pane lies in one of them. */
    public List<OpenMinute> minutes = new ArrayList<>();

    /** For the state serializer. */
    public OpenSeries() {}
}
