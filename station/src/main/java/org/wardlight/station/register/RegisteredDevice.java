package org.wardlight.station.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.v1.ExpectedSignal;

/**
 * A device and who wore it when.
 *
 * @param worn what holds, ordered by beginning, never overlapping; superseded intervals are not among it
 */
record RegisteredDevice(String id, String profile, List<ExpectedSignal> signals, List<Worn> worn, long revision) {

    RegisteredDevice {
        signals = List.copyOf(signals);
        worn = worn.stream().sorted(Comparator.comparingLong(Worn::fromMillis)).toList();
    }

    /** Who wears it now; null when nobody does. */
    @Nullable
    Worn open() {
        for (Worn interval : worn) {
            if (interval.isOpen()) {
                return interval;
            }
        }
        return null;
    }

    boolean isWornBy(String patientRef) {
        Worn open = open();
        return open != null && open.patientRef().equals(patientRef);
    }

    /** An interval beside the one with the id that covers a part of that time. */
    Optional<Worn> overlapping(long from, @Nullable Long to, String besideId) {
        return worn.stream()
                .filter(interval -> !interval.id().equals(besideId) && interval.overlaps(from, to))
                .findFirst();
    }

    /** The same device with an interval in place of the one with the id, or added. */
    RegisteredDevice with(Worn interval, String insteadOfId, long newRevision) {
        List<Worn> all = new ArrayList<>(worn);
        all.removeIf(known -> known.id().equals(insteadOfId));
        all.add(interval);
        return new RegisteredDevice(id, profile, signals, all, newRevision);
    }

    RegisteredDevice as(String newProfile, List<ExpectedSignal> newSignals, long newRevision) {
        return new RegisteredDevice(id, newProfile, newSignals, worn, newRevision);
    }
}
