package org.wardlight.stream.sequence;

/** A message that waits for the ones before it. */
public class HeldMessage {
    /** The boot it was counted within. */
    public long boot;
    /** Its number. */
    public long seq;
    /** When it is applied at the latest, ingest clock, ms. */
    public long releaseMillis;
    /** The observation, as bytes. */
    public byte[] observation = new byte[0];

    /** For the state serializer. */
    public HeldMessage() {}
}
