package org.wardlight.stream.patient;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.RegisterChange;
import org.wardlight.events.v1.Score;
import org.wardlight.events.v1.VitalNumeric;
import org.wardlight.stream.scoring.ModelQuestion;
import org.wardlight.stream.scoring.ModelSpecs;

/** The charts of all patients in plain memory, without Flink: what {@link PatientFunction} does, and nothing durable. */
public final class PatientMemory {

    /** Who hears what comes of it. */
    public record Hearers(
            Consumer<Score> scores, Consumer<AlarmCondition> conditions, Consumer<ModelQuestion> questions) {}

    private final Map<String, PatientChart> charts = new HashMap<>();
    private final ScoringRules rules;
    private final Hearers hearers;

    /** Scoring by this policy, asking these models. */
    public PatientMemory(ScorePolicy policy, ModelSpecs models, Hearers hearers) {
        this.rules = new ScoringRules(policy, models);
        this.hearers = hearers;
    }

    /** Takes readings of a patient. */
    public void arrive(VitalNumeric numeric) {
        chart(numeric.getPatientRef()).arrive(numeric);
    }

    /** Takes a change of a patient's own record. */
    public void arrive(RegisterChange change) {
        chart(change.getPatient().getPatientRef()).arrive(change.getPatient(), change.getIngestTimeMs());
    }

    /** Does everything that fell due up to this time. */
    public void advance(long nowMillis) {
        charts.values().removeIf(chart -> chart.nextDueMillis() <= nowMillis && chart.advance(nowMillis));
    }

    private PatientChart chart(String patientRef) {
        return charts.computeIfAbsent(
                patientRef, none -> new PatientChart(rules, patientRef, new PatientState(), this::hear));
    }

    private void hear(PatientOutput output) {
        if (output instanceof PatientOutput.Scored scored) {
            hearers.scores().accept(scored.score());
        } else if (output instanceof PatientOutput.Condition condition) {
            hearers.conditions().accept(condition.condition());
        } else if (output instanceof PatientOutput.Asked asked) {
            hearers.questions().accept(asked.question());
        }
    }
}
