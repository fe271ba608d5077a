package org.wardlight.alerting;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.wardlight.alerting.alarm.AlarmPolicy;
import org.wardlight.alerting.alarm.Ladder;
import org.wardlight.alerting.alarm.LadderStep;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmKind;
import org.wardlight.events.v1.ConditionPhase;
import org.wardlight.events.v1.ConditionSource;
import org.wardlight.events.v1.DecidingReading;
import org.wardlight.events.v1.Patient;
import org.wardlight.events.v1.Rota;
import org.wardlight.events.v1.RotaStep;
import org.wardlight.events.v1.Severity;
import org.wardlight.events.v1.Vital;

/** One patient on one ward, two people to ask, and conditions of that patient. */
public final class TestWard {

    public static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    public static final String PATIENT_REF = "p-0123456789abcdef0123456789abcdef";
    public static final String SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    public static final String TOKEN = "a-token-of-the-station";
    public static final AlarmPolicy POLICY = AlarmPolicy.standard();
    public static final Ladder LADDER = new Ladder(List.of(
            new LadderStep("nurse of the bed", "pager", "RN Okafor"),
            new LadderStep("charge nurse", "pager", "CN Lindqvist")));

    private TestWard() {}

    public static Patient patient() {
        return Patient.newBuilder()
                .setPatientRef(PATIENT_REF)
                .setWardId("W3")
                .setBedId("12B")
                .setNurse("RN Okafor")
                .build();
    }

    /** A rota that leaves its first step to the bed: with the patient above it asks as {@link #LADDER} does. */
    public static Rota rota() {
        return Rota.newBuilder()
                .setWardId("W3")
                .addSteps(RotaStep.newBuilder().setRole("nurse of the bed").setReceiver("pager"))
                .addSteps(RotaStep.newBuilder()
                        .setRole("charge nurse")
                        .setReceiver("pager")
                        .setPerson("CN Lindqvist"))
                .build();
    }

    /** An SpO2 condition that is due {@code second} seconds after the start. */
    public static AlarmCondition.Builder spo2(String id, ConditionPhase phase, Severity severity, int second) {
        boolean high = severity == Severity.SEVERITY_HIGH;
        return AlarmCondition.newBuilder()
                .setConditionId(id)
                .setPatientRef(PATIENT_REF)
                .setRule("spo2-low")
                .setKind(AlarmKind.PHYSIOLOGICAL)
                .setSource(ConditionSource.newBuilder().setDeviceId("bm-1").setVital(Vital.SPO2))
                .setPhase(phase)
                .setSeverity(severity)
                .setOnsetMs(at(second) - 15_000)
                .setDueMs(at(second))
                .setObserved(high ? 84 : 88)
                .setLimit(high ? 85 : 90)
                .setDecidedBy(DecidingReading.newBuilder()
                        .setDeviceId("bm-1")
                        .setBoot(7)
                        .setSeq(100 + second)
                        .setDeviceTimeMs(at(second) - 30)
                        .setSentTimeMs(at(second) - 20)
                        .setIngestTimeMs(at(second)));
    }

    public static AlarmCondition start(String id, Severity severity, int second) {
        return spo2(id, ConditionPhase.CONDITION_START, severity, second).build();
    }

    public static AlarmCondition update(String id, Severity severity, int second) {
        return spo2(id, ConditionPhase.CONDITION_UPDATE, severity, second).build();
    }

    public static AlarmCondition end(String id, int second) {
        return spo2(id, ConditionPhase.CONDITION_END, Severity.SEVERITY_MEDIUM, second)
                .setObserved(95)
                .build();
    }

    public static AlarmCondition probeOff(String id, int second) {
        return AlarmCondition.newBuilder()
                .setConditionId(id)
                .setPatientRef(PATIENT_REF)
                .setRule("sensor-off")
                .setKind(AlarmKind.TECHNICAL)
                .setSource(ConditionSource.newBuilder().setDeviceId("bm-1").setVital(Vital.SPO2))
                .setPhase(ConditionPhase.CONDITION_START)
                .setSeverity(Severity.SEVERITY_MEDIUM)
                .setOnsetMs(at(second))
                .setDueMs(at(second))
                .setDetail("sensor off")
                .build();
    }

    private static long at(int second) {
        return START.plusSeconds(second).toEpochMilli();
    }

    /**
     * A clock that runs, and jumps when told. It has to run: the timers wait until the clock has moved on by a second before
     * they look again, so that on a clock that stands still they may wait for ever.
     */
    public static final class SteppedTime implements InstantSource {

        private final long began = System.nanoTime();
        private volatile Instant start = START;

        @Override
        public Instant instant() {
            return start.plusNanos(System.nanoTime() - began);
        }

        public void advance(Duration by) {
            start = start.plus(by);
        }
    }
}
