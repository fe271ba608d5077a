package org.wardlight.stream.device;

import com.google.protobuf.InvalidProtocolBufferException;
import org.wardlight.events.ConditionId;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmKind;
import org.wardlight.events.v1.ConditionPhase;
import org.wardlight.events.v1.ConditionSource;
import org.wardlight.events.v1.DecidingReading;
import org.wardlight.events.v1.EndCause;
import org.wardlight.events.v1.LimitRule;
import org.wardlight.events.v1.LimitSide;
import org.wardlight.events.v1.Severity;
import org.wardlight.events.v1.Vital;
import org.wardlight.stream.limits.LimitMachine.LimitEvent;
import org.wardlight.stream.limits.LimitState;
import org.wardlight.stream.signal.SignalState;
import org.wardlight.stream.signal.SignalWatch.SignalEvent;
import org.wardlight.stream.signal.SignalWatch.Trouble;

/** Writes what limits and signals have to say as condition records. */
final class DeviceConditions {

    private final DeviceState device;

    DeviceConditions(DeviceState device) {
        this.device = device;
    }

    AlarmCondition limit(LimitRule rule, LimitState state, LimitEvent event) {
        AlarmKind kind = rule.getKind() == AlarmKind.ALARM_KIND_UNSPECIFIED ? AlarmKind.PHYSIOLOGICAL : rule.getKind();
        AlarmCondition.Builder condition = condition(rule.getRule(), rule.getVital(), state.onsetMillis)
                .setKind(kind)
                .setPhase(event.phase())
                .setSeverity(rule.getLevels(state.level).getSeverity())
                .setDueMs(event.dueMillis())
                .setDecidedBy(reading(state.lastReading))
                .setEndCause(event.cause())
                .setInputStale(state.inputStale);
        if (rule.getSide() == LimitSide.CODED) {
            return condition.setDetail(rule.getRule().replace('-', ' ')).build();
        }
        return condition
                .setObserved(state.lastValue)
                .setLimit(rule.getLevels(state.level).getThreshold())
                .build();
    }

    AlarmCondition trouble(TroubleState state, ConditionPhase phase, long dueMillis, EndCause cause) {
        return condition(state.trouble.rule(), Vital.VITAL_UNSPECIFIED, state.onsetMillis)
                .setKind(AlarmKind.TECHNICAL)
                .setPhase(phase)
                .setSeverity(state.trouble.severity())
                .setDueMs(dueMillis)
                .setEndCause(cause)
                .setDetail(state.trouble.words())
                .build();
    }

    AlarmCondition signal(SignalState state, SignalEvent event, EndCause cause) {
        return condition(rule(event.trouble()), state.vital, event.onsetMillis())
                .setKind(AlarmKind.TECHNICAL)
                .setPhase(event.starts() ? ConditionPhase.CONDITION_START : ConditionPhase.CONDITION_END)
                .setSeverity(event.trouble() == Trouble.FLATLINE ? Severity.SEVERITY_LOW : Severity.SEVERITY_MEDIUM)
                .setDueMs(event.dueMillis())
                .setEndCause(cause)
                .setDetail(words(event.trouble()))
                .build();
    }

    private static String rule(Trouble trouble) {
        return switch (trouble) {
            case SENSOR_OFF -> "sensor-off";
            case NO_SIGNAL -> "no-signal";
            case SIGNAL_UNUSABLE -> "signal-unusable";
            case FLATLINE -> "flatline";
        };
    }

    private static String words(Trouble trouble) {
        return switch (trouble) {
            case SENSOR_OFF -> "sensor off";
            case NO_SIGNAL -> "no signal";
            case SIGNAL_UNUSABLE -> "signal unusable";
            case FLATLINE -> "does not change";
        };
    }

    private AlarmCondition.Builder condition(String rule, Vital vital, long onsetMillis) {
        ConditionSource source = ConditionSource.newBuilder()
                .setDeviceId(device.deviceId)
                .setVital(vital)
                .build();
        return AlarmCondition.newBuilder()
                .setConditionId(
                        ConditionId.of(device.wearer, rule, source, onsetMillis).value())
                .setPatientRef(device.wearer)
                .setSite(device.site)
                .setRule(rule)
                .setSource(source)
                .setOnsetMs(onsetMillis);
    }

    private static DecidingReading reading(byte[] bytes) {
        try {
            return DecidingReading.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("deciding reading in state cannot be read", e);
        }
    }
}
