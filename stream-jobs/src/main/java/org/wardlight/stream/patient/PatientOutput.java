package org.wardlight.stream.patient;

import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.Score;
import org.wardlight.stream.scoring.ModelQuestion;

/** What the evaluation of a patient gives off. */
sealed interface PatientOutput {

    /** A score, or why there is none. */
    record Scored(Score score) implements PatientOutput {}

    /** What a model is asked. */
    record Asked(ModelQuestion question) implements PatientOutput {}

    /** Start, update or end of a condition. */
    record Condition(AlarmCondition condition) implements PatientOutput {}
}
