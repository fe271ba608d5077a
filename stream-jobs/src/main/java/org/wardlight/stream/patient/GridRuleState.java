package org.wardlight.stream.patient;

/** Keyed state of a {@link GridRule}. */
public class GridRuleState {
    /** The rule's id, with the vital that it is about where there are several. */
    public String rule = "";
    /** Since when it is so without a break, ingest clock, ms; 0 when it is not. */
    public long sinceMillis;
    /** Since when it no longer is, ingest clock, ms; 0 when it is. */
    public long clearSinceMillis;
    /** Onset of the open condition, ms; 0 when none is open. */
    public long onsetMillis;
    /** Its start as it was told, an AlarmCondition as bytes. */
    public byte[] told = new byte[0];

    /** For the state serializer. */
    public GridRuleState() {}
}
