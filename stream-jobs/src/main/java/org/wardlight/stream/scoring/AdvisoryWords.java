package org.wardlight.stream.scoring;

import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.wardlight.events.ConditionId;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmKind;
import org.wardlight.events.v1.ConditionSource;
import org.wardlight.events.v1.DecidingReading;
import org.wardlight.events.v1.Score;
import org.wardlight.events.v1.ScoreReason;
import org.wardlight.events.v1.Severity;
import org.wardlight.models.features.ModelInput;

/** Writes a step of an advisory as a condition: medium, whatever the value, and with the reasons in words. */
final class AdvisoryWords {

    /** Before the name of the model. */
    static final String RULE_PREFIX = "advisory-";

    private AdvisoryWords() {}

    /** @param labels how people call an input */
    static AlarmCondition condition(
            UnaryOperator<String> labels, Score score, DecidingReading decidedBy, Advisory.Step step) {
        String rule = RULE_PREFIX + score.getScoreId();
        ConditionSource source =
                ConditionSource.newBuilder().setScoreId(score.getScoreId()).build();
        AlarmCondition.Builder condition = AlarmCondition.newBuilder()
                .setConditionId(ConditionId.of(score.getPatientRef(), rule, source, step.onsetMillis())
                        .value())
                .setPatientRef(score.getPatientRef())
                .setSite(score.getSite())
                .setRule(rule)
                .setKind(AlarmKind.ADVISORY)
                .setSource(source)
                .setPhase(step.phase())
                .setSeverity(Severity.SEVERITY_MEDIUM)
                .setOnsetMs(step.onsetMillis())
                .setDueMs(score.getTimeMs())
                .setDecidedBy(decidedBy)
                .setLimit(score.getThreshold())
                .setEndCause(step.cause())
                .setDetail(detail(labels, score));
        if (score.getUnavailable().isEmpty()) {
            condition.setObserved(score.getLower());
        }
        return condition.build();
    }

    /** {@code Sepsis within 6 h 34 %: RR 24 · SpO2 88}; only what raises the value. */
    private static String detail(UnaryOperator<String> labels, Score score) {
        String reasons = score.getReasonsList().stream()
                .filter(reason -> reason.getContribution() > 0 && reason.hasValue())
                .map(reason -> words(labels, reason))
                .collect(Collectors.joining(" · "));
        String risk = String.format(Locale.ROOT, "%s %.0f %%", score.getTitle(), 100 * score.getLower());
        return reasons.isEmpty() ? risk : risk + ": " + reasons;
    }

    private static String words(UnaryOperator<String> labels, ScoreReason reason) {
        int digits = reason.getInput().equals(ModelInput.TEMPERATURE.id()) ? 1 : 0;
        return labels.apply(reason.getInput()) + String.format(Locale.ROOT, " %." + digits + "f", reason.getValue());
    }
}
