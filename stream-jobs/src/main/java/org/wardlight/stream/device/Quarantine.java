package org.wardlight.stream.device;

import org.wardlight.events.v1.QuarantinedObservation;
import org.wardlight.stream.sequence.SeenRanges;

/** Numbers what nobody wore the device for, so that each message is given back once. */
final class Quarantine {

    /** Gaps are messages that wait for an association: a month of one device's, at 64 KB. */
    static final int MOST_RANGES = 4096;

    private final DeviceState state;

    /** Works on the given state, which it changes. */
    Quarantine(DeviceState state) {
        this.state = state;
    }

    /** The next one, with its number. */
    QuarantinedObservation numbered(QuarantinedObservation quarantined) {
        state.quarantined++;
        return quarantined.toBuilder().setNumber(state.quarantined).build();
    }

    /** Whether a message was given back before. */
    boolean wasReleased(long number) {
        return SeenRanges.contains(state.released, number);
    }

    /**
     * A message was given back, or what is left of it has a number of its own. Returns whether the lowest two ranges had to be
     * joined, so that what lies between them counts as given back too.
     */
    boolean released(long number) {
        boolean joined = SeenRanges.add(state.released, number, MOST_RANGES + 1).length > 2 * MOST_RANGES;
        state.released = SeenRanges.add(state.released, number, MOST_RANGES);
        return joined;
    }
}
