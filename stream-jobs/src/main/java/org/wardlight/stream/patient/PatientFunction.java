package org.wardlight.stream.patient;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.RegisterChange;
import org.wardlight.events.v1.Score;
import org.wardlight.events.v1.VitalNumeric;
import org.wardlight.stream.protobuf.ProtobufTypeInfo;
import org.wardlight.stream.scoring.ModelPolicy;
import org.wardlight.stream.scoring.ModelQuestion;
import org.wardlight.stream.scoring.SharedModels;

/** Keyed by patient: keeps the {@link PatientState} and lets {@link PatientChart} evaluate it on its grid. */
public final class PatientFunction extends KeyedCoProcessFunction<String, VitalNumeric, RegisterChange, Score> {

    /** Conditions that several devices give together. */
    public static final OutputTag<AlarmCondition> CONDITIONS =
            new OutputTag<>("conditions", ProtobufTypeInfo.forRecord(AlarmCondition.class));

    /** What models are asked. */
    public static final OutputTag<ModelQuestion> QUESTIONS =
            new OutputTag<>("questions", TypeInformation.of(ModelQuestion.class));

    private static final long serialVersionUID = 1L;

    private final ScorePolicy policy;
    private final ModelPolicy models;
    private transient ValueState<PatientState> states;
    private transient ScoringRules rules;
    private transient @Nullable SharedModels opened;

    /** The operator, evaluating by this policy and asking the models of that one. */
    @SuppressWarnings("NullAway.Init") // Flink calls open() before anything else
    public PatientFunction(ScorePolicy policy, ModelPolicy models) {
        this.policy = policy;
        this.models = models;
    }

    @Override
    public void open(OpenContext context) {
        states = getRuntimeContext().getState(new ValueStateDescriptor<>("patient", PatientState.class));
        SharedModels shared = SharedModels.open(models);
        opened = shared;
        rules = new ScoringRules(policy, SharedModels.specsOf(shared, models));
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
        if (chart.nextDueMillis() != Long.MAX_VALUE) {
            states.update(state);
            // The same grid point again is the same timer.
            context.timerService().registerEventTimeTimer(chart.nextDueMillis());
        }
    }

    private PatientState known() throws Exception {
        PatientState state = states.value();
        return state == null ? new PatientState() : state;
    }

    private PatientChart chart(PatientState state, Context context, Collector<Score> out) {
        return new PatientChart(rules, context.getCurrentKey(), state, output -> {
            if (output instanceof PatientOutput.Scored scored) {
                out.collect(scored.score());
            } else if (output instanceof PatientOutput.Asked asked) {
                context.output(QUESTIONS, asked.question());
            } else if (output instanceof PatientOutput.Condition condition) {
                context.output(CONDITIONS, condition.condition());
            }
        });
    }

    @Override
    public void close() {
        if (opened != null) {
            opened.close();
            opened = null;
        }
    }
}
