package org.wardlight.stream.device;

/** Which values an entry charted, for a correction that may follow. */
public class ChartedState {
    /** The entry. */
    public String entryId = "";
    /** A ChartEntry with vital and time of each measurement, and no values, as bytes. */
    public byte[] entry = new byte[0];

    /** For the state serializer. */
    public ChartedState() {}
}
