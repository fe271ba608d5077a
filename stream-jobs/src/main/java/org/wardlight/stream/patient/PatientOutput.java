package org.wardlight.stream.patient;

import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.Score;

/** What the evaluation of a patient gives off. */
sealed interface PatientOutput {

    /** A score, or why there is none. */
    record Scored(Score score) implements PatientOutput {}

    /** Start, update or end of a condition. */
    record Condition(AlarmCondition condition) implements PatientOutput {}
}
