package org.wardlight.stream.patient;

/** A change of the register's record whose place on the grid is not decided before the watermark has passed. */
public class PendingPatient {
    /** Ingest time, ms. */
    public long ingestMillis;
    /** Revision of the record. */
    public long revision;
    /** Patient as bytes. */
    public byte[] patient = new byte[0];

    /** For the state serializer. */
    public PendingPatient() {}
}
