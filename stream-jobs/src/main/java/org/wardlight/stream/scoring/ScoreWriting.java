package org.wardlight.stream.scoring;

import java.util.List;
import org.wardlight.events.v1.Score;
import org.wardlight.events.v1.ScoreFailure;
import org.wardlight.events.v1.ScoreReason;
import org.wardlight.models.ScoringModel.Outcome;
import org.wardlight.models.explanation.Occlusion;
import org.wardlight.models.manifest.Manifest;

/** Writes what one model says as records of the score topic. */
final class ScoreWriting {

    private static final int MOST_REASONS = 4;
    /** Below, a nurse could not tell the difference. */
    private static final double LEAST_CONTRIBUTION = 0.002;
    /** Other batches round the last digits otherwise; a replay has to give the same record. */
    private static final double ROUNDED_TO = 1e6;

    private final ModelSpec spec;
    private final String degraded;

    /** Of a model; {@code degraded} is what is wrong with it although it answers. */
    ScoreWriting(ModelSpec spec, String degraded) {
        this.spec = spec;
        this.degraded = degraded;
    }

    Score scored(ModelQuestion question, Occlusion occlusion, List<Outcome> outcomes) {
        double value = rounded(outcomes.get(0).lower());
        Score.Builder score = record(question)
                .setLower(value)
                .setUpper(value)
                .setComplete(question.completeness == 1)
                .setDegraded(degraded);
        occlusion.contributions(outcomes, MOST_REASONS).stream()
                .filter(contribution -> Math.abs(contribution.amount()) >= LEAST_CONTRIBUTION)
                .forEach(contribution -> score.addReasons(reason(question, contribution)));
        return score.build();
    }

    Score refused(ModelQuestion question) {
        return record(question)
                .setUnavailable(question.refusal)
                .setFailureValue(question.failure)
                .build();
    }

    Score failed(ModelQuestion question, String reason) {
        return record(question)
                .setUnavailable(spec.manifest().title() + " is not available: its model cannot be used")
                .setDegraded(reason)
                .setFailure(ScoreFailure.MODEL_FAILED)
                .build();
    }

    private Score.Builder record(ModelQuestion question) {
        Manifest manifest = spec.manifest();
        return Score.newBuilder()
                .setPatientRef(question.patientRef)
                .setSite(question.site)
                .setScoreId(manifest.id())
                .setKind(manifest.kind().inRecords())
                .setTitle(manifest.title())
                .setTimeMs(question.timeMillis)
                .setPolicy(manifest.policy())
                .setModelHash(manifest.sha256())
                .setCompleteness(question.completeness)
                .setThreshold(manifest.threshold())
                .setShadow(!spec.promoted());
    }

    private static ScoreReason reason(ModelQuestion question, Occlusion.Contribution contribution) {
        String input = contribution.input().id();
        ScoreReason.Builder reason =
                ScoreReason.newBuilder().setInput(input).setContribution(rounded(contribution.amount()));
        question.levels.stream()
                .filter(level -> level.input.equals(input))
                .findFirst()
                .ifPresent(level -> show(level, reason));
        return reason.build();
    }

    private static void show(InputLevel level, ScoreReason.Builder reason) {
        if (!Double.isNaN(level.now)) {
            reason.setValue(shown(level.now));
        }
        if (!Double.isNaN(level.usual)) {
            reason.setUsual(shown(level.usual));
        }
        if (!Double.isNaN(level.changePerHour)) {
            reason.setChangePerHour(shown(level.changePerHour));
        }
    }

    private static double rounded(double value) {
        return Math.rint(value * ROUNDED_TO) / ROUNDED_TO;
    }

    /** Levels are kept as floats: no more digits than were measured. */
    private static double shown(double value) {
        return Math.rint(value * 100) / 100;
    }
}
