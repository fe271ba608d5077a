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
import org.wardlight.events.v1.Severity;
import org.wardlight.events.v1.Vital;
import org.wardlight.stream.limits.LimitMachine.LimitEvent;
import org.wardlight.stream.limits.LimitState;
import org.wardlight.stream.signal.SignalState;
import org.wardlight.stream.signal.SignalWatch.SignalEvent;

/** Writes what limits and signals have to say as condition records. */
final class DeviceConditions {

    private final DeviceState device;

    DeviceConditions(DeviceState device) {
        this.device = device;
    }

    AlarmCondition limit(LimitRule rule, LimitState state, LimitEvent event) {
        return condition(rule.getRule(), rule.getVital(), state.onsetMillis)
                .setKind(AlarmKind.PHYSIOLOGICAL)
                .setPhase(event.phase())
                .setSeverity(rule.getLevels(state.level).getSeverity())
                .setDueMs(event.dueMillis())
                .setDecidedBy(reading(state.lastReading))
                .setObserved(state.lastValue)
                .setLimit(rule.getLevels(state.level).getThreshold())
                .setEndCause(event.cause())
                .setInputStale(state.inputStale)
                .build();
    }

    AlarmCondition signal(SignalState state, SignalEvent event, EndCause cause) {
        boolean off =
                switch (event.trouble()) {
                    case SENSOR_OFF -> true;
                    case NO_SIGNAL -> false;
                };
        return condition(off ? "sensor-off" : "no-signal", state.vital, event.onsetMillis())
                .setKind(AlarmKind.TECHNICAL)
                .setPhase(event.starts() ? ConditionPhase.CONDITION_START : ConditionPhase.CONDITION_END)
                .setSeverity(Severity.SEVERITY_MEDIUM)
                .setDueMs(event.dueMillis())
                .setEndCause(cause)
                .setDetail(off ? "sensor off" : "no signal")
                .build();
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
