package org.wardlight.station.register;

import java.util.List;
import org.wardlight.events.v1.ChartEntry;
import org.wardlight.events.v1.PatientLimits;
import org.wardlight.events.v1.Rota;

/** One thing of the register that is different from now on; each carries the whole new state of its thing. */
sealed interface Change {

    /** A bed is new or described differently. */
    record BedPut(WardBed bed) implements Change {}

    /** A bed is gone; the register remembers that it was taken away. */
    record BedRemoved(String bedId) implements Change {}

    /** A stay begins, ends, moves or is described differently. */
    record StayPut(Stay stay) implements Change {}

    /**
     * A device is new, or worn or described differently.
     *
     * @param superseded intervals that no longer hold, each with what holds instead
     * @param written intervals that are new or end now, those that end first
     */
    record DevicePut(RegisteredDevice device, List<Superseded> superseded, List<Worn> written) implements Change {
        public DevicePut {
            superseded = List.copyOf(superseded);
            written = List.copyOf(written);
        }
    }

    /** An interval that no longer holds, and the one that holds instead. */
    record Superseded(String id, String byId) {}

    /** A patient has other limits. */
    record LimitsPut(PatientLimits limits) implements Change {}

    /** Others are asked about alarms. */
    record RotaPut(Rota rota) implements Change {}

    /** Something was charted. */
    record EntryAdded(ChartEntry entry) implements Change {}
}
