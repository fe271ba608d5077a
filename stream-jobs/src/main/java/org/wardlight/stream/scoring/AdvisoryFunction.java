package org.wardlight.stream.scoring;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.DecidingReading;
import org.wardlight.events.v1.Score;
import org.wardlight.stream.protobuf.ProtobufTypeInfo;

/** Keyed by patient: publishes what models say, and lets {@link Advisory} raise conditions. */
public final class AdvisoryFunction extends KeyedProcessFunction<String, ModelAnswer, Score> {

    /** Conditions that models raise. */
    public static final OutputTag<AlarmCondition> CONDITIONS =
            new OutputTag<>("advisories", ProtobufTypeInfo.forRecord(AlarmCondition.class));

    private static final long serialVersionUID = 1L;

    private static final long FORGET_AFTER_MILLIS = Duration.ofDays(1).toMillis();

    private final ModelPolicy policy;
    private transient ValueState<PatientAdvisories> states;
    private transient Map<String, ModelSpec> specs;
    private transient @Nullable SharedModels models;

    /** The operator, for the models of this policy. */
    @SuppressWarnings("NullAway.Init") // Flink calls open() before anything else
    public AdvisoryFunction(ModelPolicy policy) {
        this.policy = policy;
    }

    @Override
    public void open(OpenContext context) {
        states = getRuntimeContext().getState(new ValueStateDescriptor<>("advisories", PatientAdvisories.class));
        specs = new HashMap<>();
        SharedModels opened = SharedModels.open(policy);
        models = opened;
        if (opened != null) {
            opened.specs(policy).specs().forEach(spec -> specs.put(spec.id(), spec));
        }
    }

    @Override
    public void processElement(ModelAnswer answer, Context context, Collector<Score> out) throws Exception {
        PatientAdvisories state = states.value();
        if (answer.isOver()) {
            if (state != null) {
                end(state, answer.timeMillis, context);
            }
            return;
        }
        ModelSpec spec = specs.get(answer.modelId);
        if (spec != null) {
            PatientAdvisories known = state == null ? new PatientAdvisories() : state;
            take(spec, answer, known, context, out);
            states.update(known);
        }
    }

    private void take(
            ModelSpec spec, ModelAnswer answer, PatientAdvisories known, Context context, Collector<Score> out)
            throws InvalidProtocolBufferException {
        known.lastMillis = answer.timeMillis;
        context.timerService().registerEventTimeTimer(nextLook(answer.timeMillis));
        AdvisoryState state = known.byModel.computeIfAbsent(answer.modelId, none -> new AdvisoryState());
        state.last = answer.score;
        Score score = Score.parseFrom(answer.score);
        Advisory advisory = new Advisory(state, spec.onDelayMillis(), spec.offDelayMillis());
        if (advisory.publish(score)) {
            out.collect(score);
        }
        DecidingReading decidedBy = DecidingReading.parseFrom(answer.lastReading);
        advisory.take(score)
                .ifPresent(step -> context.output(
                        CONDITIONS, AdvisoryWords.condition(spec.manifest()::labelOf, score, decidedBy, step)));
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Score> out) throws Exception {
        PatientAdvisories state = states.value();
        if (state != null && timestamp - state.lastMillis >= FORGET_AFTER_MILLIS) {
            end(state, timestamp, context);
        }
    }

    /** The same for all answers of a day, so that there is one timer and not thousands. */
    private static long nextLook(long millis) {
        return (Math.floorDiv(millis, FORGET_AFTER_MILLIS) + 2) * FORGET_AFTER_MILLIS;
    }

    private void end(PatientAdvisories state, long nowMillis, Context context) throws Exception {
        for (AdvisoryState each : state.byModel.values()) {
            // Also of a model that is not there any more.
            Score last =
                    Score.parseFrom(each.last).toBuilder().setTimeMs(nowMillis).build();
            new Advisory(each, 0, 0)
                    .over()
                    .ifPresent(step -> context.output(
                            CONDITIONS,
                            AdvisoryWords.condition(
                                    UnaryOperator.identity(), last, DecidingReading.getDefaultInstance(), step)));
        }
        states.clear();
    }

    @Override
    public void close() {
        if (models != null) {
            models.close();
            models = null;
        }
    }
}
