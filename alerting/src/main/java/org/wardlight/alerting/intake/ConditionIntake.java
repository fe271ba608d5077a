package org.wardlight.alerting.intake;

import com.google.protobuf.InvalidProtocolBufferException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.alerting.desk.AlarmDesk;
import org.wardlight.alerting.store.LogPosition;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmKind;
import org.wardlight.events.v1.ConditionPhase;
import org.wardlight.events.v1.Severity;

/** Takes condition records one by one to the desk; one that cannot be used is counted and passed over. */
public final class ConditionIntake {

    /** Condition records read. */
    static final String CONDITIONS = "wardlight.alerting.conditions";
    /** Condition records that could not be used, by reason. */
    static final String REJECTED = "wardlight.alerting.conditions.rejected";

    private static final Logger LOG = LoggerFactory.getLogger(ConditionIntake.class);

    private final AlarmDesk desk;
    private final MeterRegistry meters;
    private final Counter conditions;

    /** An intake to a desk. */
    public ConditionIntake(AlarmDesk desk, MeterRegistry meters) {
        this.desk = desk;
        this.meters = meters;
        this.conditions = meters.counter(CONDITIONS);
    }

    /** Takes one record. When it throws, the record has had no effect and is to be brought again. */
    public void accept(ConsumerRecord<String, byte[]> record) {
        LogPosition position = new LogPosition(record.topic(), record.partition(), record.offset());
        Optional<AlarmCondition> condition = read(record);
        if (condition.isPresent()) {
            desk.condition(condition.get(), position);
        } else {
            desk.skipped(position);
        }
        conditions.increment();
    }

    private Optional<AlarmCondition> read(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return rejected("empty");
        }
        try {
            AlarmCondition condition = AlarmCondition.parseFrom(record.value());
            return isComplete(condition) ? Optional.of(capped(condition)) : rejected("incomplete");
        } catch (InvalidProtocolBufferException e) {
            return rejected("malformed");
        }
    }

    /** What a model says is a hint, of medium priority at most, whatever the record asks for. */
    private static AlarmCondition capped(AlarmCondition condition) {
        return condition.getKind() == AlarmKind.ADVISORY && condition.getSeverity() == Severity.SEVERITY_HIGH
                ? condition.toBuilder().setSeverity(Severity.SEVERITY_MEDIUM).build()
                : condition;
    }

    private static boolean isComplete(AlarmCondition condition) {
        boolean ends = condition.getPhase() == ConditionPhase.CONDITION_END;
        return !condition.getConditionId().isEmpty()
                && (!condition.getPatientRef().isEmpty() || isAboutADevice(condition))
                && !condition.getRule().isEmpty()
                && isGiven(
                        condition.getPhase(), ConditionPhase.CONDITION_PHASE_UNSPECIFIED, ConditionPhase.UNRECOGNIZED)
                && isGiven(condition.getKind(), AlarmKind.ALARM_KIND_UNSPECIFIED, AlarmKind.UNRECOGNIZED)
                && (ends || isGiven(condition.getSeverity(), Severity.SEVERITY_UNSPECIFIED, Severity.UNRECOGNIZED));
    }

    /** A device that nobody wears is nobody's, and still something that somebody has to see to. */
    private static boolean isAboutADevice(AlarmCondition condition) {
        return condition.getKind() == AlarmKind.TECHNICAL
                && !condition.getSource().getDeviceId().isEmpty();
    }

    private static <E extends Enum<E>> boolean isGiven(E value, E unspecified, E unrecognized) {
        return value != unspecified && value != unrecognized;
    }

    private Optional<AlarmCondition> rejected(String reason) {
        meters.counter(REJECTED, "reason", reason).increment();
        LOG.warn("part=conditions record passed over, reason={}", reason);
        return Optional.empty();
    }
}
