package org.wardlight.stream.device;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.events.Topics;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.QuarantinedObservation;
import org.wardlight.events.v1.RawRecord;
import org.wardlight.events.v1.RegisterChange;
import org.wardlight.events.v1.VitalNumeric;
import org.wardlight.stream.protobuf.ProtobufTypeInfo;

/** Keyed by device, or by the patient of whom something is charted: keeps its {@link DeviceState} and lets {@link DeviceHistory} live through its records. */
public final class DeviceFunction extends KeyedProcessFunction<String, RawRecord, VitalNumeric> {

    /** Conditions of one device. */
    public static final OutputTag<AlarmCondition> CONDITIONS =
            new OutputTag<>("conditions", ProtobufTypeInfo.forRecord(AlarmCondition.class));
    /** Changes of the wearer's own record. */
    public static final OutputTag<RegisterChange> PATIENTS =
            new OutputTag<>("patients", ProtobufTypeInfo.forRecord(RegisterChange.class));
    /** Readings without a wearer. */
    public static final OutputTag<QuarantinedObservation> QUARANTINED =
            new OutputTag<>("quarantined", ProtobufTypeInfo.forRecord(QuarantinedObservation.class));

    private static final Logger LOG = LoggerFactory.getLogger(DeviceFunction.class);
    private static final long serialVersionUID = 1L;
    private static final long FORGET_AFTER_MILLIS = Duration.ofDays(3).toMillis();
    /** A number must not be given twice while what carries it can still be released. */
    private static final long FORGET_QUARANTINED_AFTER_MILLIS =
            Topics.OBSERVATION_QUARANTINED.retention().plusDays(1).toMillis();

    private final DevicePolicy policy;
    private transient ValueState<DeviceState> states;
    private transient ValueState<Long> timers;
    private transient Map<Tally, Counter> counters;

    /** The operator, judging by this policy. */
    @SuppressWarnings("NullAway.Init") // Flink calls open() before anything else
    public DeviceFunction(DevicePolicy policy) {
        this.policy = policy;
    }

    @Override
    public void open(OpenContext context) {
        states = getRuntimeContext().getState(new ValueStateDescriptor<>("device", DeviceState.class));
        timers = getRuntimeContext().getState(new ValueStateDescriptor<>("device-timer", Long.class));
        counters = new EnumMap<>(Tally.class);
        for (Tally tally : Tally.values()) {
            String name = tally.name().toLowerCase(Locale.ROOT);
            counters.put(tally, getRuntimeContext().getMetricGroup().counter(name));
        }
    }

    @Override
    public void processElement(RawRecord record, Context context, Collector<VitalNumeric> out) throws Exception {
        DeviceState state = states.value();
        if (state == null) {
            state = new DeviceState();
        }
        DeviceHistory history = history(state, context, out);
        try {
            history.apply(record);
        } catch (RuntimeException e) {
            // Read again after a restart it would fail again: one record must not silence the ward.
            LOG.error("record of a device could not be applied kind={}", record.getKindCase(), e);
            count(Tally.FAILED);
        }
        states.update(state);
        callBack(context, Math.min(history.nextDueMillis(), forgetMillis(state)));
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<VitalNumeric> out) throws Exception {
        timers.clear();
        DeviceState state = states.value();
        if (state == null) {
            return;
        }
        DeviceHistory history = history(state, context, out);
        if (history.nextDueMillis() == Long.MAX_VALUE && timestamp >= forgetMillis(state)) {
            states.clear();
            return;
        }
        long lastRecord = state.clockMillis;
        history.advance(timestamp);
        // Only records move the time from which forgetting counts.
        state.clockMillis = lastRecord;
        states.update(state);
        callBack(context, Math.min(history.nextDueMillis(), forgetMillis(state)));
    }

    private static long forgetMillis(DeviceState state) {
        return state.clockMillis + (state.quarantined > 0 ? FORGET_QUARANTINED_AFTER_MILLIS : FORGET_AFTER_MILLIS);
    }

    /** One timer per device: it is set again when it fires, not for every reading that moves a time-out. */
    private void callBack(Context context, long dueMillis) throws Exception {
        Long set = timers.value();
        if (set == null || dueMillis < set) {
            context.timerService().registerEventTimeTimer(dueMillis);
            timers.update(dueMillis);
        }
    }

    private DeviceHistory history(DeviceState state, Context context, Collector<VitalNumeric> out) {
        return new DeviceHistory(policy, state, output -> emit(output, context, out));
    }

    private void emit(DeviceOutput output, Context context, Collector<VitalNumeric> out) {
        if (output instanceof DeviceOutput.Numeric numeric) {
            out.collect(numeric.numeric());
        } else if (output instanceof DeviceOutput.Condition condition) {
            context.output(CONDITIONS, condition.condition());
        } else if (output instanceof DeviceOutput.PatientChanged changed) {
            context.output(PATIENTS, changed.change());
        } else if (output instanceof DeviceOutput.Quarantined quarantined) {
            context.output(QUARANTINED, quarantined.observation());
        } else if (output instanceof DeviceOutput.Counted counted) {
            count(counted.tally());
        }
    }

    private void count(Tally tally) {
        Counter counter = counters.get(tally);
        if (counter != null) {
            counter.inc();
        }
    }
}
