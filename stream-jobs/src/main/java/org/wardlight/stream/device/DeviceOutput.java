package org.wardlight.stream.device;

import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.QuarantinedObservation;
import org.wardlight.events.v1.RegisterChange;
import org.wardlight.events.v1.VitalNumeric;

/** What the history of a device gives off. */
sealed interface DeviceOutput {

    /** Readings, given to a patient. */
    record Numeric(VitalNumeric numeric) implements DeviceOutput {}

    /** Start, update or end of a condition. */
    record Condition(AlarmCondition condition) implements DeviceOutput {}

    /** The patient's own record changed; for what is judged per patient. */
    record PatientChanged(RegisterChange change) implements DeviceOutput {}

    /** Readings that nobody claimed. */
    record Quarantined(QuarantinedObservation observation) implements DeviceOutput {}

    /** Something to count. */
    record Counted(Tally tally) implements DeviceOutput {}
}
