package org.wardlight.stream.scoring;

/** Keyed state of {@link Advisory}: one model and one patient. */
public class AdvisoryState {
    /** A time that is not set. */
    public static final long NEVER = Long.MIN_VALUE;

    /** When the open condition began, ms; unset when none is open. */
    public long onsetMillis = NEVER;
    /** Since when the value is high, ms. */
    public long highSince = NEVER;
    /** Since when it is not, while a condition is open, ms. */
    public long lowSince = NEVER;
    /** Value that was published last; NaN when there was none. */
    public double published = Double.NaN;
    /** Why there was none, and what was wrong with the model, as a hash. */
    public int publishedWords;
    /** When it was published, ms. */
    public long publishedMillis = NEVER;
    /** Score of the last answer, as bytes: what the condition speaks of. */
    public byte[] last = new byte[0];

    /** For the state serializer. */
    public AdvisoryState() {}
}
