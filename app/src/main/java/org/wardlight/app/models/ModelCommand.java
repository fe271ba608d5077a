package org.wardlight.app.models;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wardlight.app.terminal.CommandFailure;
import org.wardlight.app.terminal.ExitCode;
import org.wardlight.app.terminal.Terminal;
import org.wardlight.models.CatalogEntry;
import org.wardlight.models.ModelCatalog;
import org.wardlight.models.ModelFailure;
import org.wardlight.models.evaluation.Evaluation;
import org.wardlight.models.evaluation.Outcomes;
import org.wardlight.models.evaluation.StayFiles;
import org.wardlight.models.manifest.Manifest;
import org.wardlight.models.manifest.ModelKind;
import org.wardlight.models.onnx.OnnxModel;
import org.wardlight.models.rules.PublishedRules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wardlight model}: the models that there are, whether one can be used, and how good it is. */
@Command(
        name = "model",
        description = "Models: which there are, whether one can be used, and how good it is on recorded stays.")
public final class ModelCommand {

    private static final int PROGRESS_EVERY = 2_000;

    private final Terminal terminal;

    /** Writes to the given terminal. */
    public ModelCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(name = "list", description = "Rules and models, their versions, and whether a model may be promoted.")
    int list(@Mixin ModelPlace place, @Option(names = "--json", description = "One JSON array.") boolean json)
            throws IOException {
        return place.use(catalog -> {
            List<Map<String, String>> rows = new ArrayList<>();
            PublishedRules.all().forEach(rule -> rows.add(row(rule.id(), rule.version(), "rule", "published", "")));
            catalog.entries().forEach(entry -> rows.add(row(entry)));
            if (json) {
                terminal.result(new ObjectMapper().writeValueAsString(rows));
            } else {
                rows.forEach(row -> terminal.result(String.format(
                        Locale.ROOT,
                        "  %-20s %-22s %-14s %s",
                        row.get("id"),
                        row.get("version"),
                        row.get("kind"),
                        row.get("state"))));
            }
            return catalog.problems().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
        });
    }

    @Command(name = "check", description = "Checks a model: manifest, hash, graph, golden rows, speed, gates.")
    int check(
            @Mixin ModelPlace place,
            @Parameters(
                            arity = "0..*",
                            paramLabel = "MODEL",
                            description = "Names of models (default: all of the folder).")
                    @Nullable
                    List<String> ids)
            throws IOException {
        return place.use(catalog -> {
            List<CatalogEntry> wanted = ids == null || ids.isEmpty()
                    ? catalog.entries()
                    : ids.stream().map(id -> ModelPlace.entry(catalog, id)).toList();
            boolean good = !wanted.isEmpty();
            for (CatalogEntry entry : wanted) {
                terminal.line(entry.id());
                good &= new ModelCheck(terminal).run(entry);
            }
            if (wanted.isEmpty()) {
                throw CommandFailure.notReady("There is no model in the folder.", "Each has a folder of its own.");
            }
            return good ? ExitCode.OK : ExitCode.FAILED;
        });
    }

    @Command(
            name = "evaluate",
            description =
                    "Lets a model of hours score recorded stays, and NEWS2 beside it. The stays of the Challenge 2019"
                            + " have labels; for those of 2012 give their outcomes.")
    int evaluate(@Mixin ModelPlace place, @Mixin Wanted wanted) throws IOException {
        Terminal lines = wanted.json ? terminal.keepingStdoutForResults() : terminal;
        return place.use(catalog -> {
            OnnxModel model = usable(catalog, wanted.model);
            try {
                report(model, evaluated(model, wanted, lines), wanted);
                return ExitCode.OK;
            } catch (UncheckedIOException | IllegalArgumentException | ModelFailure e) {
                throw new CommandFailure(
                        String.valueOf(e.getMessage()),
                        "--stays names a zip or a folder as it was published.",
                        ExitCode.FAILED,
                        e);
            }
        });
    }

    private static Evaluation evaluated(OnnxModel model, Wanted wanted, Terminal lines) throws IOException {
        double threshold = model.manifest().threshold();
        Evaluation evaluation = new Evaluation(model, threshold);
        int[] read = {0};
        try (PredictionFile predictions = PredictionFile.create(wanted.predictions)) {
            StayFiles.forEach(wanted.stays, stay -> {
                try {
                    predictions.stay(stay.id(), evaluation.score(stay), threshold);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                if (++read[0] % PROGRESS_EVERY == 0) {
                    lines.line("  " + read[0] + " stays");
                }
            });
        }
        return evaluation;
    }

    private void report(OnnxModel model, Evaluation evaluation, Wanted wanted) throws IOException {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("model", model.manifest().policy());
        report.put("sha256", model.manifest().sha256());
        if (evaluation.hasLabels()) {
            report.put("hours", evaluation.figures());
        }
        if (wanted.outcomes != null) {
            report.put("stays", evaluation.figures(Outcomes.read(wanted.outcomes)));
        }
        if (wanted.json) {
            terminal.result(new ObjectMapper().writeValueAsString(report));
            return;
        }
        report.forEach((name, value) -> {
            if (value instanceof Map<?, ?> scores) {
                scores.forEach((score, figures) -> terminal.result("  " + name + " " + score + " " + figures));
            } else {
                terminal.result("  " + name + " " + value);
            }
        });
    }

    private static OnnxModel usable(ModelCatalog catalog, String id) {
        CatalogEntry entry = ModelPlace.entry(catalog, id);
        if (entry.model() == null) {
            throw new CommandFailure(
                    "The model " + id + " cannot be used: " + entry.problem() + ".",
                    "'wardlight model check' says more.",
                    ExitCode.FAILED);
        }
        if (entry.model().manifest().kind() != ModelKind.DETERIORATION) {
            throw CommandFailure.usage(
                    "The model " + id + " looks at minutes, and stays have hours.", "Evaluate one of deterioration.");
        }
        return entry.model();
    }

    private static Map<String, String> row(CatalogEntry entry) {
        Manifest manifest = entry.manifest();
        if (manifest == null || !entry.isUsable()) {
            return row(
                    entry.id(),
                    manifest == null ? "" : manifest.version(),
                    "",
                    "cannot be used: " + entry.problem(),
                    "");
        }
        List<String> refusals = manifest.refusals();
        return row(
                entry.id(),
                manifest.version(),
                manifest.kind().name().toLowerCase(Locale.ROOT),
                refusals.isEmpty() ? "may be promoted" : "shadow: " + String.join("; ", refusals),
                manifest.sha256());
    }

    private static Map<String, String> row(String id, String version, String kind, String state, String hash) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("id", id);
        row.put("version", version);
        row.put("kind", kind);
        row.put("state", state);
        row.put("sha256", hash);
        return row;
    }

    /** What is evaluated, on what. */
    static final class Wanted {

        @Option(names = "--model", required = true, paramLabel = "ID", description = "Which model.")
        private String model = "";

        @Option(
                names = "--stays",
                required = true,
                paramLabel = "ZIP|DIR",
                description = "Stays of the Challenge 2019 or 2012, as they were published.")
        private Path stays = Path.of("");

        @Option(
                names = "--outcomes",
                paramLabel = "FILE",
                description = "How the stays of the Challenge 2012 ended: Outcomes-a.txt.")
        private @Nullable Path outcomes;

        @Option(
                names = "--predictions",
                required = true,
                paramLabel = "FILE",
                description = "Receives stay,hour,probability,prediction; one row for each hour of each stay.")
        private Path predictions = Path.of("");

        @Option(names = "--json", description = "One JSON object.")
        private boolean json;
    }
}
