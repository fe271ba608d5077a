package org.wardlight.stream.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.Code;
import org.wardlight.events.v1.ConditionPhase;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Patient;
import org.wardlight.events.v1.RiskBand;
import org.wardlight.events.v1.Score;
import org.wardlight.events.v1.Sequence;
import org.wardlight.events.v1.Severity;
import org.wardlight.events.v1.Spo2Scale;
import org.wardlight.events.v1.Vital;
import org.wardlight.events.v1.VitalNumeric;
import org.wardlight.stream.scoring.ModelSpecs;

class PatientChartTest {

    private static final long START = 1_800_000_000_000L;
    private static final String ANNA = "p-" + "a".repeat(32);
    private static final ScorePolicy POLICY = new ScorePolicy(
            Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(60));

    private final PatientState state = new PatientState();
    private final List<Score> scores = new ArrayList<>();
    private final List<AlarmCondition> conditions = new ArrayList<>();
    private final PatientChart chart =
            new PatientChart(new ScoringRules(POLICY, ModelSpecs.NONE), ANNA, state, this::hear);

    @Test
    void givesAnIntervalWhileInputsAreMissing() {
        admit(70);
        chart.arrive(readings("mon-07", 1, 1, value(1, Vital.RESPIRATORY_RATE, 25)));

        chart.advance(at(20));

        assertThat(scores.get(0)).satisfies(score -> {
            assertThat(score.getLower()).isEqualTo(3);
            assertThat(score.getUpper()).isEqualTo(20);
            assertThat(score.getComplete()).isFalse();
            assertThat(score.getBandLower()).isEqualTo(RiskBand.BAND_LOW_MEDIUM);
        });
    }

    @Test
    void refusesAPatientWhoseAgeIsUnknown() {
        chart.arrive(Patient.newBuilder().setPatientRef(ANNA).setRevision(1).build(), at(0));
        chart.arrive(normal(1));

        chart.advance(at(20));

        assertThat(scores.get(0).getUnavailable()).isNotEmpty();
    }

    @Test
    void raisesAConditionAfterTwoEvaluationsAndEndsItOnlyAfterTheWholeDelay() {
        admit(70);
        for (int second = 1; second <= 40; second++) {
            chart.arrive(normal(second));
        }
        chart.advance(at(40));
        for (int second = 41; second <= 100; second++) {
            chart.arrive(readings("mon-07", second, second, ill(second)));
        }
        chart.advance(at(100));
        for (int second = 101; second <= 300; second++) {
            chart.arrive(normal(second));
            chart.advance(at(second));
        }

        assertThat(conditions).extracting(AlarmCondition::getPhase).first().isEqualTo(ConditionPhase.CONDITION_START);
        AlarmCondition last = conditions.get(conditions.size() - 1);
        assertThat(last.getPhase()).isEqualTo(ConditionPhase.CONDITION_END);
        assertThat(last.getDueMs()).isGreaterThanOrEqualTo(at(160));
        assertThat(conditions).anyMatch(condition -> condition.getSeverity() == Severity.SEVERITY_HIGH);
        assertThat(conditions)
                .extracting(AlarmCondition::getConditionId)
                .containsOnly(conditions.get(0).getConditionId());
    }

    @Test
    void doesNotEndAConditionBecauseItsInputsGoStale() {
        admit(70);
        for (int second = 1; second <= 60; second++) {
            chart.arrive(readings("mon-07", second, second, ill(second)));
        }

        // Everything falls silent for two hours: pressure and breathing are stale, the patient is no better.
        chart.advance(at(7200));

        assertThat(conditions).isNotEmpty().noneMatch(c -> c.getPhase() == ConditionPhase.CONDITION_END);
        assertThat(scores.get(scores.size() - 1).getLower()).isLessThan(7);
    }

    @Test
    void givesTheSameScoresInWhateverOrderTwoDevicesArrive() {
        Random random = new Random(3);
        List<VitalNumeric> arrivals = new ArrayList<>();
        for (int second = 1; second <= 200; second++) {
            arrivals.add(readings("mon-07", second, second, value(second, Vital.RESPIRATORY_RATE, 12 + second / 10)));
            arrivals.add(readings("wrist-07", second, second, value(second, Vital.SPO2, 99 - second / 20)));
        }
        List<Score> inOrder = scoresOf(arrivals);

        for (int i = 0; i < 10; i++) {
            List<VitalNumeric> shuffled = new ArrayList<>(arrivals);
            Collections.shuffle(shuffled, random);
            assertThat(scoresOf(shuffled)).isEqualTo(inOrder);
        }
    }

    @Test
    void countsAChangeOfThePatientFromTheGridPointAfterItHoweverEarlyItArrives() {
        Patient scale2 =
                patient(70).setRevision(2).setSpo2Scale(Spo2Scale.SCALE_2).build();
        admit(70);
        chart.arrive(scale2, at(590));
        for (int second = 1; second <= 600; second++) {
            chart.arrive(readings("mon-07", second, second, value(second, Vital.SPO2, 90)));
        }

        chart.advance(at(600));

        // 90 % gives 3 points on scale 1 and none on scale 2.
        assertThat(scores.get(0).getLower()).isEqualTo(3);
        assertThat(scores.get(0).getScale()).isEqualTo("1");
        assertThat(conditions.get(0).getDueMs()).isLessThan(at(60));
    }

    @Test
    void beginsTheGridWithTheEarliestRecordThoughALaterOneIsReadFirst() {
        chart.arrive(readings("wrist-07", 1, 600, value(600, Vital.SPO2, 97)));
        admit(70);
        for (int second = 1; second <= 600; second++) {
            chart.arrive(readings("mon-07", second, second, ill(second)));
        }

        chart.advance(at(600));

        assertThat(scores.get(0).getTimeMs()).isLessThanOrEqualTo(at(20));
        assertThat(conditions.get(0).getDueMs()).isLessThan(at(60));
    }

    @Test
    void ignoresWhatArrivesLate() {
        admit(70);
        chart.arrive(normal(1));
        chart.arrive(readings("mon-07", 2, 2, ill(2)).toBuilder().setLate(true).build());

        chart.advance(at(20));

        assertThat(scores.get(0).getLower()).isZero();
    }

    @Test
    void forgetsADischargedPatientAndEndsTheirCondition() {
        admit(70);
        for (int second = 1; second <= 60; second++) {
            chart.arrive(readings("mon-07", second, second, ill(second)));
        }
        chart.advance(at(60));
        chart.arrive(patient(70).setRevision(2).setDischargedMs(at(61)).build(), at(61));

        boolean forgotten = chart.advance(at(80));

        assertThat(forgotten).isTrue();
        assertThat(conditions.get(conditions.size() - 1).getPhase()).isEqualTo(ConditionPhase.CONDITION_END);
    }

    private List<Score> scoresOf(List<VitalNumeric> arrivals) {
        List<Score> published = new ArrayList<>();
        PatientChart other =
                new PatientChart(new ScoringRules(POLICY, ModelSpecs.NONE), ANNA, new PatientState(), output -> {
                    if (output instanceof PatientOutput.Scored scored) {
                        published.add(scored.score());
                    }
                });
        other.arrive(patient(70).build(), at(0));
        arrivals.forEach(other::arrive);
        other.advance(at(300));
        return published;
    }

    private void hear(PatientOutput output) {
        if (output instanceof PatientOutput.Scored scored) {
            scores.add(scored.score());
        } else if (output instanceof PatientOutput.Condition condition) {
            conditions.add(condition.condition());
        }
    }

    private void admit(int age) {
        chart.arrive(patient(age).build(), at(0));
    }

    private static Patient.Builder patient(int age) {
        return Patient.newBuilder()
                .setPatientRef(ANNA)
                .setAgeYears(age)
                .setSpo2Scale(Spo2Scale.SCALE_1)
                .setRevision(1);
    }

    private static VitalNumeric normal(int second) {
        return readings("mon-07", second, second, set(second, 16, 97, 120, 70, 36.8));
    }

    private static Measurement[] ill(int second) {
        return set(second, 27, 88, 95, 128, 38.9);
    }

    private static Measurement[] set(int second, double rr, double spo2, double sbp, double hr, double temperature) {
        return new Measurement[] {
            value(second, Vital.RESPIRATORY_RATE, rr)[0],
            value(second, Vital.SPO2, spo2)[0],
            value(second, Vital.SYSTOLIC_PRESSURE, sbp)[0],
            value(second, Vital.HEART_RATE, hr)[0],
            value(second, Vital.BODY_TEMPERATURE, temperature)[0],
            value(second, Vital.OXYGEN_FLOW, 0)[0],
            Measurement.newBuilder()
                    .setVital(Vital.CONSCIOUSNESS)
                    .setDeviceTimeMs(at(second))
                    .setCode(Code.ALERT)
                    .build()
        };
    }

    private static Measurement[] value(int second, Vital vital, double value) {
        return new Measurement[] {
            Measurement.newBuilder()
                    .setVital(vital)
                    .setDeviceTimeMs(at(second))
                    .setValue(value)
                    .build()
        };
    }

    private static VitalNumeric readings(String device, int seq, int second, Measurement... measurements) {
        return VitalNumeric.newBuilder()
                .setPatientRef(ANNA)
                .setDeviceId(device)
                .setSequence(Sequence.newBuilder().setBoot(1).setSeq(seq))
                .setIngestTimeMs(at(second))
                .addAllMeasurements(List.of(measurements))
                .build();
    }

    private static long at(int second) {
        return START + second * 1000L;
    }
}
