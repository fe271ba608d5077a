package org.wardlight.stream.sequence;

/**
 * What was seen of one boot of one device: ranges of sequence numbers, not single ones. Keyed state of the job, therefore
 * public and mutable.
 */
public class BootSequence {
    /** The boot these numbers count within. */
    public long boot;
    /** Highest number applied so far. */
    public long applied;
    /** Inclusive ranges seen: from, to, from, to, ..., ascending, not touching. */
    public long[] seen = new long[0];
    /** Ingest time of the last message of this boot, ms. */
    public long lastUsedMillis;

    /** For the state serializer. */
    public BootSequence() {}
}
