package org.wardlight.stream.scoring;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the questions of all patients that fell due with one watermark and answers them together. It keeps nothing over a
 * checkpoint: what was asked is answered before.
 */
public final class ModelScoringOperator extends AbstractStreamOperator<ModelAnswer>
        implements OneInputStreamOperator<ModelQuestion, ModelAnswer> {

    private static final long serialVersionUID = 1L;

    /** With the rows that tell why, some hundreds of rows: enough for a full batch. */
    private static final int MOST_TOGETHER = 64;

    private final ModelPolicy policy;
    private transient List<ModelQuestion> asked;
    private transient @Nullable SharedModels models;
    private transient @Nullable QuestionScoring scoring;
    private transient Counter answered;
    private transient Counter batches;

    /** The operator, asking the models of this policy. */
    @SuppressWarnings("NullAway.Init") // Flink calls open() before anything else
    public ModelScoringOperator(ModelPolicy policy) {
        this.policy = policy;
    }

    @Override
    public void open() throws Exception {
        super.open();
        asked = new ArrayList<>();
        answered = getMetricGroup().counter("answered");
        batches = getMetricGroup().counter("batches");
        SharedModels opened = SharedModels.open(policy);
        models = opened;
        scoring = opened == null
                ? null
                : new QuestionScoring(opened.catalog(), opened.specs(policy).specs());
    }

    @Override
    public void processElement(StreamRecord<ModelQuestion> question) {
        asked.add(question.getValue());
        if (asked.size() >= MOST_TOGETHER) {
            answer();
        }
    }

    @Override
    public void processWatermark(Watermark watermark) throws Exception {
        // Whatever fell due with it has been asked: timers fire before it is handed on.
        answer();
        super.processWatermark(watermark);
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        answer();
        super.prepareSnapshotPreBarrier(checkpointId);
    }

    @Override
    public void finish() throws Exception {
        answer();
        super.finish();
    }

    @Override
    public void close() throws Exception {
        if (models != null) {
            models.close();
            models = null;
        }
        super.close();
    }

    private void answer() {
        if (asked.isEmpty()) {
            return;
        }
        if (scoring != null) {
            scoring.answer(asked, answer -> output.collect(new StreamRecord<>(answer, answer.timeMillis)));
        }
        answered.inc(asked.size());
        batches.inc();
        asked.clear();
    }
}
