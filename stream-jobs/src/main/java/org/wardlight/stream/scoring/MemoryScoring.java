package org.wardlight.stream.scoring;

import java.util.List;

/** Answers questions without Flink, as {@link ModelScoringOperator} does. */
public final class MemoryScoring {

    private final QuestionScoring scoring;

    /** Asks these models. */
    public MemoryScoring(SharedModels models, ModelPolicy policy) {
        this.scoring =
                new QuestionScoring(models.catalog(), models.specs(policy).specs());
    }

    /** Answers them together; returns how many answers there were. */
    public int answer(List<ModelQuestion> questions) {
        int[] answers = {0};
        scoring.answer(questions, answer -> answers[0]++);
        return answers[0];
    }
}
