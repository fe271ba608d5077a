package org.wardlight.stream.patient;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.RegisterChange;
import org.wardlight.events.v1.Score;
import org.wardlight.events.v1.VitalNumeric;
import org.wardlight.stream.protobuf.ProtobufTypeInfo;

/** Keyed by patient: keeps the {@link PatientState} and lets {@link PatientChart} evaluate it on its grid. */
public final class PatientFunction extends KeyedCoProcessFunction<String, VitalNumeric, RegisterChange, Score> {

    /** Conditions that several devices give together. */
    public static final OutputTag<AlarmCondition> CONDITIONS =
            new OutputTag<>("conditions", ProtobufTypeInfo.forRecord(AlarmCondition.class));

    private static final long serialVersionUID = 1L;

    private final ScorePolicy policy;
    private transient ValueState<PatientState> states;

    /** The operator, evaluating by this policy. */
    @SuppressWarnings("NullAway.Init") // Flink calls open() before anything else
    public PatientFunction(ScorePolicy policy) {
        this.policy = policy;
    }

    @Override
    public void open(OpenContext context) {
        states = getRuntimeContext().getState(new ValueStateDescriptor<>("patient", PatientState.class));
    }

    @Override
    public void processElement1(VitalNumeric numeric, Context context, Collector<Score> out) throws Exception {
        PatientState state = known();
        PatientChart chart = chart(state, context, out);
        chart.arrive(numeric);
        keep(state, chart, context);
    }

    @Override
    public void processElement2(RegisterChange change, Context context, Collector<Score> out) throws Exception {
        PatientState state = known();
        PatientChart chart = chart(state, context, out);
        chart.arrive(change.getPatient(), change.getIngestTimeMs());
        keep(state, chart, context);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Score> out) throws Exception {
        PatientState state = known();
        PatientChart chart = chart(state, context, out);
        if (chart.advance(timestamp)) {
            states.clear();
        } else {
            keep(state, chart, context);
        }
    }

    private void keep(PatientState state, PatientChart chart, Context context) throws Exception {
        // Without a grid point nothing is known of the patient, and no timer would ever clear the state.
        if (chart.nextGridMillis() != Long.MAX_VALUE) {
            states.update(state);
            // The same grid point again is the same timer.
            context.timerService().registerEventTimeTimer(chart.nextGridMillis());
        }
    }

    private PatientState known() throws Exception {
        PatientState state = states.value();
        return state == null ? new PatientState() : state;
    }

    private PatientChart chart(PatientState state, Context context, Collector<Score> out) {
        return new PatientChart(policy, context.getCurrentKey(), state, output -> {
            if (output instanceof PatientOutput.Scored scored) {
                out.collect(scored.score());
            } else if (output instanceof PatientOutput.Condition condition) {
                context.output(CONDITIONS, condition.condition());
            }
        });
    }
}
