package org.wardlight.stream.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.events.v1.Score;
import org.wardlight.models.CatalogEntry;
import org.wardlight.models.ModelCatalog;
import org.wardlight.models.ScoringModel.Outcome;
import org.wardlight.models.explanation.Occlusion;
import org.wardlight.models.onnx.OnnxModel;

/**
 * Answers the questions of many patients together: all of one model in one batch, each patient with the rows that tell why.
 * A model that fails answers that it has no value, and why; nobody waits for it.
 */
final class QuestionScoring {

    private static final Logger LOG = LoggerFactory.getLogger(QuestionScoring.class);

    private final ModelCatalog catalog;
    private final Map<String, CatalogEntry> entries = new HashMap<>();
    private final Map<String, ModelSpec> specs = new HashMap<>();

    QuestionScoring(ModelCatalog catalog, List<ModelSpec> specs) {
        this.catalog = catalog;
        catalog.entries().forEach(entry -> entries.put(entry.id(), entry));
        specs.forEach(spec -> this.specs.put(spec.id(), spec));
    }

    /** Answers each question; those of one patient and model come out in the order of their time. */
    void answer(List<ModelQuestion> questions, Consumer<ModelAnswer> out) {
        Map<String, List<ModelQuestion>> byModel = new LinkedHashMap<>();
        for (ModelQuestion question : questions) {
            if (question.isOver()) {
                continue;
            }
            byModel.computeIfAbsent(question.modelId, none -> new ArrayList<>()).add(question);
        }
        byModel.forEach((id, asked) -> answer(id, asked, out));
        questions.stream()
                .filter(ModelQuestion::isOver)
                .map(QuestionScoring::over)
                .forEach(out);
    }

    private void answer(String id, List<ModelQuestion> questions, Consumer<ModelAnswer> out) {
        ModelSpec spec = specs.get(id);
        if (spec == null) {
            // Asked by an earlier version of the configuration.
            return;
        }
        ScoreWriting writing = new ScoreWriting(spec, catalog.degraded(id));
        List<ModelQuestion> open =
                questions.stream().filter(question -> question.failure == 0).toList();
        List<Score> scores = scored(spec, open, writing);
        for (int i = 0; i < open.size(); i++) {
            out.accept(answer(open.get(i), scores.get(i)));
        }
        questions.stream()
                .filter(question -> question.failure != 0)
                .map(question -> answer(question, writing.refused(question)))
                .forEach(out);
    }

    private List<Score> scored(ModelSpec spec, List<ModelQuestion> questions, ScoreWriting writing) {
        CatalogEntry entry = entries.get(spec.id());
        OnnxModel model = entry == null ? null : entry.model();
        if (model == null) {
            String reason = entry == null ? "it is not there" : entry.problem();
            return questions.stream()
                    .map(question -> writing.failed(question, reason))
                    .toList();
        }
        try {
            return scored(model, questions, writing);
        } catch (RuntimeException e) {
            LOG.error("model={} outcome=failed", spec.id(), e);
            String reason = String.valueOf(e.getMessage());
            return questions.stream()
                    .map(question -> writing.failed(question, reason))
                    .toList();
        }
    }

    private static List<Score> scored(OnnxModel model, List<ModelQuestion> questions, ScoreWriting writing) {
        List<Occlusion> occlusions = questions.stream()
                .map(question -> new Occlusion(model.layout(), question.row, question.usual))
                .toList();
        List<Outcome> outcomes = model.score(
                occlusions.stream().flatMap(each -> each.rows().stream()).toList());
        List<Score> scores = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < questions.size(); i++) {
            int rows = occlusions.get(i).rows().size();
            List<Outcome> own = outcomes.subList(next, next + rows);
            scores.add(
                    own.get(0).isKnown()
                            ? writing.scored(questions.get(i), occlusions.get(i), own)
                            : writing.failed(questions.get(i), "it gave no number between 0 and 1"));
            next += rows;
        }
        return scores;
    }

    private static ModelAnswer answer(ModelQuestion question, Score score) {
        ModelAnswer answer = new ModelAnswer();
        answer.patientRef = question.patientRef;
        answer.modelId = question.modelId;
        answer.timeMillis = question.timeMillis;
        answer.score = score.toByteArray();
        answer.lastReading = question.lastReading;
        return answer;
    }

    private static ModelAnswer over(ModelQuestion question) {
        ModelAnswer over = new ModelAnswer();
        over.patientRef = question.patientRef;
        over.timeMillis = question.timeMillis;
        return over;
    }
}
