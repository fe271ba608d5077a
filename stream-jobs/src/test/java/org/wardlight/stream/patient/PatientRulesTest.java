package org.wardlight.stream.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.ConditionPhase;
import org.wardlight.events.v1.EndCause;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Patient;
import org.wardlight.events.v1.Sequence;
import org.wardlight.events.v1.Severity;
import org.wardlight.events.v1.Vital;
import org.wardlight.events.v1.VitalNumeric;
import org.wardlight.stream.scoring.ModelSpecs;

/** Conditions that take several vitals, devices or hours of one patient. */
class PatientRulesTest {

    private static final long START = 1_800_000_000_000L;
    private static final String ANNA = "p-" + "a".repeat(32);

    private final List<AlarmCondition> conditions = new ArrayList<>();
    private final PatientChart chart = new PatientChart(
            new ScoringRules(ScorePolicy.STANDARD, ModelSpecs.NONE), ANNA, new PatientState(), output -> {
                if (output instanceof PatientOutput.Condition condition) {
                    conditions.add(condition.condition());
                }
            });
    private long seq;

    @Test
    void tellsWhenSaturationFallsWhileBreathingSlows() {
        for (int minute = 0; minute < 40; minute++) {
            double part = Math.min(1, Math.max(0, (minute - 10) / 8.0));
            say("mon-1", minute, Vital.SPO2, 96 - 4 * part, Vital.RESPIRATORY_RATE, 16 - 6 * part);
        }

        assertThat(told("respiratory-depression")).hasSizeGreaterThanOrEqualTo(1);
        AlarmCondition first = told("respiratory-depression").get(0);
        assertThat(first.getPhase()).isEqualTo(ConditionPhase.CONDITION_START);
        assertThat(first.getSeverity()).isEqualTo(Severity.SEVERITY_MEDIUM);
        assertThat(first.getDetail()).isEqualTo("SpO2 falling while breathing slows");
    }

    @Test
    void doesNotTellThatOfEitherAlone() {
        for (int minute = 0; minute < 40; minute++) {
            double part = Math.min(1, Math.max(0, (minute - 10) / 8.0));
            say("mon-1", minute, Vital.SPO2, 96 - 4 * part, Vital.RESPIRATORY_RATE, 16);
        }

        assertThat(told("respiratory-depression")).isEmpty();
    }

    @Test
    void tellsOfTwoDevicesAndThatTheyDisagree() {
        for (int minute = 0; minute < 10; minute++) {
            say("mon-1", minute, Vital.SPO2, 97, Vital.PULSE_RATE, 70);
            say("band-1", minute, Vital.SPO2, 90, Vital.PULSE_RATE, 72);
        }

        assertThat(told("two-devices"))
                .extracting(condition -> condition.getSource().getVital())
                .containsExactlyInAnyOrder(Vital.SPO2, Vital.PULSE_RATE);
        assertThat(told("sources-disagree"))
                .extracting(AlarmCondition::getDetail)
                .containsExactly("two sources of SpO2 disagree");
    }

    @Test
    void hintsAtWhatIsUnusualForThisPatientOnlyInsideTheLimits() {
        for (int minute = 0; minute < 420; minute++) {
            say("mon-1", minute, Vital.SPO2, 97, Vital.HEART_RATE, minute < 400 ? 62 : 90);
        }

        assertThat(told("unusual-for-patient")).singleElement().satisfies(hint -> {
            assertThat(hint.getSeverity()).isEqualTo(Severity.SEVERITY_LOW);
            assertThat(hint.getDetail()).startsWith("HR 90 is unusual, usually 51-72");
        });
    }

    @Test
    void learnsNothingFromWhatLiesOutsideOfALimit() {
        for (int minute = 0; minute < 420; minute++) {
            say("mon-1", minute, Vital.SPO2, 97, Vital.HEART_RATE, minute < 400 ? 130 : 80);
        }

        assertThat(told("unusual-for-patient")).isEmpty();
    }

    @Test
    void saysWhenNews2CouldBeWorseForAQuarterOfAnHour() {
        admit();
        for (int minute = 1; minute < 30; minute++) {
            say("mon-1", minute, Vital.SPO2, 97, Vital.HEART_RATE, 70);
        }

        assertThat(told("news2-incomplete")).singleElement().satisfies(told -> assertThat(told.getDetail())
                .startsWith("NEWS2 incomplete, could be 0-"));
    }

    @Test
    void endsEverythingWithTheStay() {
        for (int minute = 0; minute < 10; minute++) {
            say("mon-1", minute, Vital.SPO2, 97, Vital.PULSE_RATE, 70);
            say("band-1", minute, Vital.SPO2, 90, Vital.PULSE_RATE, 72);
        }
        chart.arrive(
                Patient.newBuilder()
                        .setPatientRef(ANNA)
                        .setRevision(2)
                        .setDischargedMs(START + 600_000)
                        .build(),
                START + 600_000);
        chart.advance(START + 700_000);

        assertThat(conditions)
                .filteredOn(condition -> condition.getPhase() == ConditionPhase.CONDITION_END)
                .hasSize(3)
                .allMatch(condition -> condition.getEndCause() == EndCause.CONTEXT_ENDED);
    }

    private void admit() {
        chart.arrive(
                Patient.newBuilder()
                        .setPatientRef(ANNA)
                        .setRevision(1)
                        .setAgeYears(60)
                        .build(),
                START);
    }

    /** Twelve messages in a minute. */
    private void say(String device, int minute, Vital first, double one, Vital second, double other) {
        for (int i = 0; i < 12; i++) {
            long time = START + minute * 60_000L + i * 5_000L;
            seq++;
            chart.arrive(VitalNumeric.newBuilder()
                    .setPatientRef(ANNA)
                    .setDeviceId(device)
                    .setSequence(Sequence.newBuilder().setBoot(1).setSeq(seq))
                    .setIngestTimeMs(time)
                    .addMeasurements(Measurement.newBuilder()
                            .setDeviceTimeMs(time)
                            .setVital(first)
                            .setValue(one))
                    .addMeasurements(Measurement.newBuilder()
                            .setDeviceTimeMs(time)
                            .setVital(second)
                            .setValue(other))
                    .build());
        }
    }

    private List<AlarmCondition> told(String rule) {
        chart.advance(START + 500 * 60_000L);
        return conditions.stream()
                .filter(condition -> condition.getRule().equals(rule))
                .filter(condition -> condition.getPhase() == ConditionPhase.CONDITION_START)
                .toList();
    }
}
