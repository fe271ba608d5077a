package org.wardlight.stream.patient;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.wardlight.events.ConditionId;
import org.wardlight.events.VitalCatalogue;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmKind;
import org.wardlight.events.v1.ConditionPhase;
import org.wardlight.events.v1.ConditionSource;
import org.wardlight.events.v1.DecidingReading;
import org.wardlight.events.v1.EndCause;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Patient;
import org.wardlight.events.v1.Score;
import org.wardlight.events.v1.VitalNumeric;
import org.wardlight.models.news2.Freshness;
import org.wardlight.models.news2.News2;
import org.wardlight.models.news2.News2Eligibility;
import org.wardlight.models.news2.News2Inputs;
import org.wardlight.models.news2.News2Score;
import org.wardlight.stream.scoring.ModelQuestion;
import org.wardlight.stream.scoring.PatientQuestions;

/**
 * What all devices of a patient say together: NEWS2 on a grid of the ingest clock, and what models are asked, each on its
 * own.
 *
 * <p>Readings of several devices reach a patient in no certain order, so they wait until the watermark has passed the next
 * grid point; then those up to the grid point are taken in the order of their ingest time. The result does not depend on
 * when anything happened to arrive.
 */
final class PatientChart {

    /** The rule of the condition that NEWS2 raises. */
    static final String RULE = "news2";

    private static final long FORGET_AFTER_MILLIS = Duration.ofDays(1).toMillis();
    private static final Freshness FRESHNESS = Freshness.of(VitalCatalogue.standard());

    private final ScorePolicy policy;
    private final String patientRef;
    private final PatientState state;
    private final PatientQuestions questions;
    private final Consumer<PatientOutput> out;

    PatientChart(ScoringRules rules, String patientRef, PatientState state, Consumer<PatientOutput> out) {
        this.policy = rules.policy();
        this.patientRef = patientRef;
        this.state = state;
        this.questions = new PatientQuestions(
                rules.models(), patientRef, state.history, policy.stabilise().toMillis());
        this.out = out;
    }

    /**
     * Readings arrived; late ones start no scores. Of a patient who has scores, they fill what models look back on, and what is
     * charted late may take something back.
     */
    void arrive(VitalNumeric numeric) {
        if (numeric.getLate() && state.nextGridMillis == 0) {
            return;
        }
        plan(numeric.getIngestTimeMs());
        PendingNumeric pending = new PendingNumeric();
        pending.ingestMillis = numeric.getIngestTimeMs();
        pending.deviceId = numeric.getDeviceId();
        pending.boot = numeric.getSequence().getBoot();
        pending.seq = numeric.getSequence().getSeq();
        pending.numeric = numeric.toByteArray();
        state.pending.add(pending);
    }

    /** The register's record of the patient came or changed; it counts from the grid point after it. */
    void arrive(Patient patient, long ingestMillis) {
        plan(ingestMillis);
        PendingPatient change = new PendingPatient();
        change.ingestMillis = ingestMillis;
        change.revision = patient.getRevision();
        change.patient = patient.toByteArray();
        state.changes.add(change);
    }

    /** When something is next due: NEWS2 or a model; {@link Long#MAX_VALUE} when nothing is planned. */
    long nextDueMillis() {
        return state.nextGridMillis == 0
                ? Long.MAX_VALUE
                : Math.min(state.nextGridMillis, questions.dueAfter(state.askedMillis));
    }

    /** Lives through everything due up to a time that the watermark has passed. Returns whether the patient may be forgotten. */
    boolean advance(long watermarkMillis) {
        for (long due = nextDueMillis(); due <= watermarkMillis; due = nextDueMillis()) {
            foldChanges(due);
            fold(due);
            if (due == state.nextGridMillis) {
                if (over(due)) {
                    end(due);
                    return true;
                }
                evaluate(due);
                state.nextGridMillis = due + policy.every().toMillis();
            }
            ask(due);
        }
        return false;
    }

    private void ask(long dueMillis) {
        state.askedMillis = dueMillis;
        questions.at(dueMillis, patient()).forEach(this::ask);
    }

    private void ask(ModelQuestion question) {
        question.site = site();
        question.lastReading = state.lastReading;
        out.accept(new PatientOutput.Asked(question));
    }

    private void end(long gridMillis) {
        endRisk(gridMillis);
        rules().endAll(gridMillis);
        questions.over(gridMillis).ifPresent(this::ask);
        state.nextGridMillis = 0;
    }

    private void plan(long ingestMillis) {
        state.lastReadingMillis = Math.max(state.lastReadingMillis, ingestMillis);
        long step = policy.every().toMillis();
        // Patients are spread over the step, so that they do not all fall due in one tick.
        long offset = Math.floorMod(patientRef.hashCode(), step);
        long grid = Math.floorDiv(ingestMillis - offset, step) * step + offset + step;
        // Another partition may be read first: the earliest record decides where the grid begins.
        boolean begins = state.nextGridMillis == 0;
        state.nextGridMillis = begins ? grid : Math.min(state.nextGridMillis, grid);
        // Models begin with NEWS2. A patient of an earlier version's checkpoint has never been asked about.
        state.askedMillis = begins || state.askedMillis == 0 ? grid - 1 : Math.min(state.askedMillis, grid - 1);
    }

    private void foldChanges(long gridMillis) {
        state.changes.stream()
                .filter(change -> change.ingestMillis <= gridMillis)
                .sorted(Comparator.comparingLong((PendingPatient change) -> change.ingestMillis)
                        .thenComparingLong(change -> change.revision))
                .filter(change -> change.revision >= state.revision)
                .forEach(change -> {
                    state.revision = change.revision;
                    state.patient = change.patient;
                });
        state.changes.removeIf(change -> change.ingestMillis <= gridMillis);
    }

    private void fold(long gridMillis) {
        Vitals vitals = new Vitals(state, FRESHNESS, policy.stabilise().toMillis());
        List<PendingNumeric> due = state.pending.stream()
                .filter(pending -> pending.ingestMillis <= gridMillis)
                .sorted(Comparator.comparingLong((PendingNumeric pending) -> pending.ingestMillis)
                        .thenComparing(pending -> pending.deviceId)
                        .thenComparingLong(pending -> pending.boot)
                        .thenComparingLong(pending -> pending.seq))
                .toList();
        for (PendingNumeric pending : due) {
            VitalNumeric numeric = parse(pending.numeric);
            vitals.add(numeric);
            questions.add(numeric);
            if (!numeric.getLate()) {
                new Sources(state.sources).add(numeric);
            }
            if (!numeric.getLate() || Vitals.isCharted(numeric)) {
                note(numeric);
            }
        }
        state.pending.removeIf(pending -> pending.ingestMillis <= gridMillis);
    }

    private void note(VitalNumeric numeric) {
        if (!numeric.getSite().isEmpty()) {
            state.site = numeric.getSite();
        }
        state.lastReading = deciding(numeric).toByteArray();
    }

    private void evaluate(long gridMillis) {
        Patient patient = patient();
        Vitals vitals = new Vitals(state, FRESHNESS, policy.stabilise().toMillis());
        Optional<String> refusal = News2Eligibility.refusal(patient);
        Levels levels = new Levels(state, vitals, gridMillis);
        if (refusal.isPresent()) {
            rules().evaluate(levels, patient.getCareProfile(), Optional.empty(), gridMillis);
            boolean due =
                    gridMillis - state.publishedMillis >= policy.publishEvery().toMillis();
            if (due || state.signature != refusal.get().hashCode()) {
                publish(refusal.get().hashCode(), gridMillis);
                score(News2Score.unavailable(patientRef, gridMillis, refusal.get()));
            }
            return;
        }
        News2Score score =
                News2.evaluate(vitals.inputs(patient.getSpo2Scale(), rules().heartRateDoubtful(), gridMillis));
        rules().evaluate(levels, patient.getCareProfile(), Optional.of(score), gridMillis);
        boolean due =
                gridMillis - state.publishedMillis >= policy.publishEvery().toMillis();
        if (due || score.signature() != state.signature) {
            publish(score.signature(), gridMillis);
            score(score.toRecord(patientRef, gridMillis));
        }
        RiskCondition risk = risk();
        risk.evaluate(score, gridMillis).ifPresent(phase -> {
            EndCause cause = phase == ConditionPhase.CONDITION_END
                    ? EndCause.RETURNED_TO_NORMAL
                    : EndCause.END_CAUSE_UNSPECIFIED;
            condition(phase, gridMillis, cause, score);
            if (phase == ConditionPhase.CONDITION_END) {
                risk.reset();
            }
        });
    }

    private void score(Score score) {
        out.accept(new PatientOutput.Scored(score.toBuilder().setSite(site()).build()));
    }

    /** Where the patient lies, as the register says, or else where the readings come from. */
    private String site() {
        String registered = patient().getSite();
        return registered.isEmpty() ? state.site : registered;
    }

    private void publish(long signature, long gridMillis) {
        state.signature = signature;
        state.publishedMillis = gridMillis;
    }

    private boolean over(long gridMillis) {
        Patient patient = patient();
        boolean discharged = patient.hasDischargedMs() && patient.getDischargedMs() <= gridMillis;
        return discharged || gridMillis - state.lastReadingMillis > FORGET_AFTER_MILLIS;
    }

    private void endRisk(long gridMillis) {
        if (state.risk.severity > 0) {
            News2Score none = News2.evaluate(News2Inputs.NONE);
            condition(ConditionPhase.CONDITION_END, gridMillis, EndCause.CONTEXT_ENDED, none);
            risk().reset();
        }
    }

    private void condition(ConditionPhase phase, long gridMillis, EndCause cause, News2Score score) {
        ConditionSource source =
                ConditionSource.newBuilder().setScoreId(News2.SCORE_ID).build();
        out.accept(new PatientOutput.Condition(AlarmCondition.newBuilder()
                .setConditionId(ConditionId.of(patientRef, RULE, source, state.risk.onsetMillis)
                        .value())
                .setPatientRef(patientRef)
                .setSite(site())
                .setRule(RULE)
                .setKind(AlarmKind.PHYSIOLOGICAL)
                .setSource(source)
                .setPhase(phase)
                .setSeverity(risk().severity())
                .setOnsetMs(state.risk.onsetMillis)
                .setDueMs(gridMillis)
                .setDecidedBy(lastReading())
                .setObserved(score.lower())
                .setEndCause(cause)
                .setDetail(score.complete() ? "" : "could be " + score.lower() + "-" + score.upper())
                .build()));
    }

    private PatientRules rules() {
        return new PatientRules(state, this::tell);
    }

    private void tell(AlarmCondition.Builder condition) {
        ConditionId id = ConditionId.of(patientRef, condition.getRule(), condition.getSource(), condition.getOnsetMs());
        out.accept(new PatientOutput.Condition(condition
                .setConditionId(id.value())
                .setPatientRef(patientRef)
                .setSite(site())
                .build()));
    }

    private RiskCondition risk() {
        return new RiskCondition(state.risk, policy.lowerAfter().toMillis());
    }

    private static DecidingReading deciding(VitalNumeric numeric) {
        return DecidingReading.newBuilder()
                .setDeviceId(numeric.getDeviceId())
                .setBoot(numeric.getSequence().getBoot())
                .setSeq(numeric.getSequence().getSeq())
                .setContentHash(numeric.getContentHash())
                .setDeviceTimeMs(numeric.getMeasurementsList().stream()
                        .mapToLong(Measurement::getDeviceTimeMs)
                        .max()
                        .orElse(numeric.getIngestTimeMs()))
                .setIngestTimeMs(numeric.getIngestTimeMs())
                .build();
    }

    private Patient patient() {
        try {
            return Patient.parseFrom(state.patient);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("patient record in state cannot be read", e);
        }
    }

    private DecidingReading lastReading() {
        try {
            return DecidingReading.parseFrom(state.lastReading);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("deciding reading in state cannot be read", e);
        }
    }

    private static VitalNumeric parse(byte[] bytes) {
        try {
            return VitalNumeric.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("readings in state cannot be read", e);
        }
    }
}
