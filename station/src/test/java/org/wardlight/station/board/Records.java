package org.wardlight.station.board;

import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmEvent;
import org.wardlight.events.v1.AlarmKind;
import org.wardlight.events.v1.AlarmState;
import org.wardlight.events.v1.AlarmTransition;
import org.wardlight.events.v1.ConditionPhase;
import org.wardlight.events.v1.ConditionSource;
import org.wardlight.events.v1.DecidingReading;
import org.wardlight.events.v1.InputState;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.MissingReason;
import org.wardlight.events.v1.Observation;
import org.wardlight.events.v1.QuarantinedObservation;
import org.wardlight.events.v1.RiskBand;
import org.wardlight.events.v1.Score;
import org.wardlight.events.v1.ScoreKind;
import org.wardlight.events.v1.ScorePart;
import org.wardlight.events.v1.ScoreReason;
import org.wardlight.events.v1.Severity;
import org.wardlight.events.v1.Vital;
import org.wardlight.events.v1.VitalNumeric;

/** Records as the other processes write them. */
public final class Records {

    private Records() {}

    public static Measurement.Builder spo2(long time) {
        return Measurement.newBuilder()
                .setVital(Vital.SPO2)
                .setMethod(Method.OXIMETRY)
                .setDeviceTimeMs(time);
    }

    public static VitalNumeric numeric(String patientRef, Measurement.Builder measurement, long ingestTime) {
        return VitalNumeric.newBuilder()
                .setPatientRef(patientRef)
                .setDeviceId("mon-01")
                .setIngestTimeMs(ingestTime)
                .addMeasurements(measurement)
                .build();
    }

    public static VitalNumeric value(String patientRef, double value, long time) {
        return numeric(patientRef, spo2(time).setValue(value), time + 5);
    }

    public static VitalNumeric sensorOff(String patientRef, long time) {
        return numeric(patientRef, spo2(time).setMissing(MissingReason.SENSOR_OFF), time + 5);
    }

    public static Score risk(String patientRef, long time) {
        return Score.newBuilder()
                .setPatientRef(patientRef)
                .setScoreId("sepsis-6h-wearable")
                .setKind(ScoreKind.DETERIORATION)
                .setTitle("Sepsis within 6 h")
                .setTimeMs(time)
                .setLower(0.059)
                .setUpper(0.059)
                .setThreshold(0.02)
                .setCompleteness(0.8)
                .setPolicy("sepsis-6h-wearable/1")
                .setModelHash("24e61e02")
                .addReasons(ScoreReason.newBuilder()
                        .setInput("respiratory-rate")
                        .setValue(24)
                        .setUsual(16)
                        .setContribution(0.01))
                .build();
    }

    public static Score news2(String patientRef, long time) {
        return Score.newBuilder()
                .setPatientRef(patientRef)
                .setScoreId("news2")
                .setTimeMs(time)
                .setLower(4)
                .setUpper(7)
                .setBandLower(RiskBand.BAND_LOW)
                .setBandUpper(RiskBand.BAND_HIGH)
                .setScale("1")
                .addParts(ScorePart.newBuilder()
                        .setParameter("spo2")
                        .setPointsLower(1)
                        .setPointsUpper(1)
                        .setState(InputState.FRESH)
                        .setValue(95)
                        .setAgeMs(900))
                .addParts(ScorePart.newBuilder()
                        .setParameter("consciousness")
                        .setPointsUpper(3)
                        .setState(InputState.MISSING))
                .build();
    }

    public static AlarmEvent.Builder alarm(String id, String patientRef, long seq, long time) {
        return AlarmEvent.newBuilder()
                .setAlarmId(id)
                .setSeq(seq)
                .setTransition(AlarmTransition.RAISED)
                .setState(AlarmState.ACTIVE_UNACKNOWLEDGED)
                .setTimeMs(time)
                .setRaisedMs(time)
                .setWardId("ward-7")
                .setBedId("01")
                .setLevel(1)
                .setRecipient("RN Okafor")
                .setCondition(condition(patientRef, time));
    }

    public static AlarmCondition.Builder condition(String patientRef, long time) {
        return AlarmCondition.newBuilder()
                .setConditionId("c")
                .setPatientRef(patientRef)
                .setRule("spo2-low")
                .setKind(AlarmKind.PHYSIOLOGICAL)
                .setSource(ConditionSource.newBuilder().setDeviceId("mon-01").setVital(Vital.SPO2))
                .setPhase(ConditionPhase.CONDITION_START)
                .setSeverity(Severity.SEVERITY_MEDIUM)
                .setOnsetMs(time - 15_000)
                .setDueMs(time)
                .setObserved(88)
                .setLimit(90)
                .setDecidedBy(DecidingReading.newBuilder()
                        .setDeviceId("mon-01")
                        .setBoot(1)
                        .setSeq(17)
                        .setDeviceTimeMs(time));
    }

    public static AlarmEvent closed(String id, String patientRef, long seq, long time) {
        return alarm(id, patientRef, seq, time)
                .setTransition(AlarmTransition.RESOLVED)
                .setState(AlarmState.CLOSED)
                .setCondition(condition(patientRef, time).setPhase(ConditionPhase.CONDITION_END))
                .build();
    }

    public static QuarantinedObservation stray(String device, long time) {
        return stray(device, time, time);
    }

    /** The same, quarantined after it has waited for an association. */
    public static QuarantinedObservation stray(String device, long time, long quarantined) {
        return QuarantinedObservation.newBuilder()
                .setObservation(Observation.newBuilder().setDeviceId(device).setIngestTimeMs(time))
                .setQuarantinedMs(quarantined)
                .setReason("unassigned")
                .build();
    }
}
