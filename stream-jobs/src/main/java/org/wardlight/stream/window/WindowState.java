package org.wardlight.stream.window;

import java.util.ArrayList;
import java.util.List;

/** The windows of one patient. Cleared as soon as none is open and nothing waits. */
public class WindowState {
    /** Where the patient is, as first heard. It is part of the key of a trend row, so it stays while windows are open. */
    public String site = "";
    /** Readings since the last grid point. */
    public List<PendingReadings> pending = new ArrayList<>();
    /** What is open. */
    public List<OpenSeries> series = new ArrayList<>();
    /** The next grid point, ingest clock, ms; {@link Long#MAX_VALUE} when none is planned. */
    public long nextGridMillis = Long.MAX_VALUE;

    /** For the state serializer. */
    public WindowState() {}
}
