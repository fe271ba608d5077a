package org.wardlight.stream.patient;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import org.wardlight.events.CareProfiles;
import org.wardlight.events.VitalCatalogue;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmKind;
import org.wardlight.events.v1.CareProfile;
import org.wardlight.events.v1.CombinationRule;
import org.wardlight.events.v1.ConditionPhase;
import org.wardlight.events.v1.ConditionSource;
import org.wardlight.events.v1.EndCause;
import org.wardlight.events.v1.LimitRule;
import org.wardlight.events.v1.LimitSide;
import org.wardlight.events.v1.Severity;
import org.wardlight.events.v1.Vital;
import org.wardlight.models.news2.News2Score;
import org.wardlight.stream.patient.Baseline.Range;
import org.wardlight.stream.patient.GridRule.Finding;

/**
 * The conditions that need more than one vital, device or moment of a patient: combinations of the care profile, sources that
 * disagree, two devices for one vital, values that are unusual for this patient, a baseline that drifts, and a NEWS2 that
 * could be worse than is known.
 */
final class PatientRules {

    private static final long DISAGREE_MILLIS = Duration.ofSeconds(30).toMillis();
    private static final long TWO_DEVICES_MILLIS = Duration.ofMinutes(2).toMillis();
    private static final long UNUSUAL_MILLIS = Duration.ofMinutes(5).toMillis();
    private static final long DRIFT_MILLIS = Duration.ofMinutes(30).toMillis();
    private static final long INCOMPLETE_MILLIS = Duration.ofMinutes(15).toMillis();
    private static final int URGENT = 5;
    private static final VitalCatalogue CATALOGUE = VitalCatalogue.standard();

    private final PatientState state;
    private final Consumer<AlarmCondition.Builder> out;

    /**
     * The rules of a patient.
     *
     * @param state is changed
     * @param out takes conditions that still lack whose they are
     */
    PatientRules(PatientState state, Consumer<AlarmCondition.Builder> out) {
        this.state = state;
        this.out = out;
    }

    /** Looks at a grid point; an empty score is one that is not made for this patient. */
    void evaluate(Levels levels, String careProfile, Optional<News2Score> score, long gridMillis) {
        CareProfile profile = CareProfiles.find(careProfile).orElse(CareProfiles.adultWard());
        Combinations combinations = new Combinations(levels);
        for (CombinationRule rule : profile.getCombinationsList()) {
            Finding finding = combinations.find(rule);
            find(told(rule), finding, rule.getOnDelayMs(), rule.getOffDelayMs(), gridMillis);
        }
        sources(gridMillis);
        personal(levels, profile, score, gridMillis);
        Finding ambiguous = score.map(known -> Finding.of(known.ambiguous())).orElse(Finding.NOT_SO);
        String could = score.map(known -> "NEWS2 incomplete, could be " + known.lower() + "-" + known.upper())
                .orElse("NEWS2 incomplete");
        find(
                told("news2-incomplete", AlarmKind.ADVISORY, Severity.SEVERITY_LOW, could)
                        .setSource(ConditionSource.newBuilder().setScoreId("news2")),
                ambiguous,
                INCOMPLETE_MILLIS,
                0,
                gridMillis);
    }

    /** Whether two sources of the heart rate are too far apart to believe a slow one. */
    boolean heartRateDoubtful() {
        return state.rules.stream()
                .anyMatch(rule -> rule.rule.equals("sources-disagree/HEART_RATE") && rule.onsetMillis != 0);
    }

    /** The stay is over: ends everything. */
    void endAll(long gridMillis) {
        for (GridRuleState rule : state.rules) {
            if (rule.onsetMillis != 0) {
                out.accept(end(rule, EndCause.CONTEXT_ENDED, gridMillis));
            }
        }
        state.rules.clear();
    }

    private void sources(long gridMillis) {
        Sources sources = new Sources(state.sources);
        sources.forget(gridMillis);
        for (Vital vital : Sources.compared()) {
            find(
                    technical("sources-disagree", vital, "two sources of %s disagree"),
                    sources.disagree(vital),
                    DISAGREE_MILLIS,
                    DISAGREE_MILLIS,
                    gridMillis);
        }
        for (Vital vital : Levels.FOLLOWED) {
            find(
                    technical("two-devices", vital, "two devices deliver %s"),
                    sources.twoDevices(vital),
                    TWO_DEVICES_MILLIS,
                    TWO_DEVICES_MILLIS,
                    gridMillis);
        }
    }

    private void personal(Levels levels, CareProfile profile, Optional<News2Score> score, long gridMillis) {
        boolean well = score.map(known -> known.lower() < URGENT).orElse(true);
        Set<Vital> added = levels.remember();
        for (Vital vital : Levels.FOLLOWED) {
            OptionalDouble level = levels.now(vital);
            Baseline baseline = baseline(vital);
            Optional<Range> usual = baseline.range();
            Finding unusual = level.isEmpty() || usual.isEmpty()
                    ? Finding.UNKNOWN
                    : Finding.of(isUnusual(vital, level.getAsDouble(), usual.get()));
            find(unusual(vital, level, usual), unusual, UNUSUAL_MILLIS, UNUSUAL_MILLIS, gridMillis);
            find(
                    told("baseline-drift", AlarmKind.ADVISORY, Severity.SEVERITY_LOW, words("usual %s drifts", vital))
                            .setSource(ConditionSource.newBuilder().setVital(vital)),
                    Finding.of(baseline.drifts()),
                    DRIFT_MILLIS,
                    DRIFT_MILLIS,
                    gridMillis);
            if (added.contains(vital) && well && isInside(profile, vital, level.orElse(Double.NaN))) {
                baseline.learn(level.getAsDouble(), gridMillis);
            }
        }
    }

    /** More saturation than usual is nothing to tell. */
    private static boolean isUnusual(Vital vital, double level, Range usual) {
        return vital == Vital.SPO2 ? level < usual.low() : !usual.holds(level);
    }

    private static AlarmCondition.Builder unusual(Vital vital, OptionalDouble level, Optional<Range> usual) {
        String detail = usual.map(range -> String.format(
                        Locale.ROOT,
                        "%s %.0f is unusual, usually %.0f-%.0f",
                        CATALOGUE.get(vital).getLabel(),
                        level.orElse(Double.NaN),
                        range.low(),
                        range.high()))
                .orElse("");
        return told("unusual-for-patient", AlarmKind.ADVISORY, Severity.SEVERITY_LOW, detail)
                .setSource(ConditionSource.newBuilder().setVital(vital));
    }

    /** What lies outside of a limit is not usual, however long it lasts. */
    private static boolean isInside(CareProfile profile, Vital vital, double level) {
        for (LimitRule rule : profile.getRulesList()) {
            double threshold = rule.getLevels(0).getThreshold();
            boolean outside = rule.getSide() == LimitSide.LOW ? level < threshold : level > threshold;
            if (rule.getVital() == vital && outside) {
                return false;
            }
        }
        return true;
    }

    private void find(
            AlarmCondition.Builder telling, Finding finding, long onDelayMillis, long offDelayMillis, long gridMillis) {
        String key = telling.getRule() + "/" + telling.getSource().getVital();
        GridRuleState known = state.rules.stream()
                .filter(rule -> rule.rule.equals(key))
                .findFirst()
                .orElseGet(GridRuleState::new);
        if (known.rule.isEmpty() && finding != Finding.SO) {
            return;
        }
        if (known.rule.isEmpty()) {
            known.rule = key;
            state.rules.add(known);
        }
        GridRule rule = new GridRule(known, onDelayMillis, offDelayMillis);
        Optional<ConditionPhase> phase = rule.find(finding, gridMillis);
        if (phase.equals(Optional.of(ConditionPhase.CONDITION_START))) {
            telling.setPhase(ConditionPhase.CONDITION_START)
                    .setOnsetMs(known.onsetMillis)
                    .setDueMs(gridMillis);
            known.told = telling.build().toByteArray();
            out.accept(telling);
        } else if (phase.isPresent()) {
            out.accept(end(known, EndCause.RETURNED_TO_NORMAL, gridMillis));
            known.onsetMillis = 0;
        }
        if (rule.atRest()) {
            state.rules.remove(known);
        }
    }

    private static AlarmCondition.Builder end(GridRuleState rule, EndCause cause, long gridMillis) {
        try {
            return AlarmCondition.parseFrom(rule.told).toBuilder()
                    .setPhase(ConditionPhase.CONDITION_END)
                    .setDueMs(gridMillis)
                    .setEndCause(cause);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("condition in state cannot be read", e);
        }
    }

    private static AlarmCondition.Builder told(CombinationRule rule) {
        return told(rule.getRule(), AlarmKind.PHYSIOLOGICAL, rule.getSeverity(), rule.getWords());
    }

    private static AlarmCondition.Builder technical(String rule, Vital vital, String words) {
        return told(rule, AlarmKind.TECHNICAL, Severity.SEVERITY_LOW, words(words, vital))
                .setSource(ConditionSource.newBuilder().setVital(vital));
    }

    private static AlarmCondition.Builder told(String rule, AlarmKind kind, Severity severity, String detail) {
        return AlarmCondition.newBuilder()
                .setRule(rule)
                .setKind(kind)
                .setSeverity(severity)
                .setDetail(detail);
    }

    private static String words(String words, Vital vital) {
        return String.format(Locale.ROOT, words, CATALOGUE.get(vital).getLabel());
    }

    private Baseline baseline(Vital vital) {
        for (BaselineState known : state.baselines) {
            if (known.vital == vital) {
                return new Baseline(known);
            }
        }
        BaselineState added = new BaselineState();
        added.vital = vital;
        state.baselines.add(added);
        return new Baseline(added);
    }
}
