package org.wardlight.app.models;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.wardlight.app.terminal.Terminal;
import org.wardlight.models.CatalogEntry;
import org.wardlight.models.manifest.Manifest;
import org.wardlight.models.onnx.OnnxModel;

/** Checks one model line by line: manifest, hash, graph, golden rows, speed, gates. */
final class ModelCheck {

    private static final int BATCH = 256;
    private static final int WARM_UP = 20;
    private static final int TIMED = 50;

    private final Terminal terminal;

    ModelCheck(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Returns whether the model can be used. */
    boolean run(CatalogEntry entry) {
        Manifest manifest = entry.manifest();
        if (manifest == null) {
            terminal.checked(false, "manifest", entry.problem());
            return false;
        }
        terminal.checked(
                true,
                "manifest",
                manifest.policy() + ", " + manifest.title() + ", "
                        + manifest.features().size() + " features");
        OnnxModel model = entry.model();
        if (model == null) {
            terminal.checked(false, "model", entry.problem());
            return false;
        }
        terminal.checked(true, "hash", manifest.sha256());
        terminal.checked(true, "golden rows", manifest.golden().size() + " as the manifest says");
        terminal.checked(true, "speed", speed(model, manifest));
        gates(manifest);
        return true;
    }

    /** A model that fails its gates can be used, in shadow. */
    private void gates(Manifest manifest) {
        List<String> refusals = manifest.refusals();
        if (refusals.isEmpty()) {
            terminal.checked(true, "gates", "its report passes; it may be promoted");
        }
        refusals.forEach(refusal -> terminal.checked(false, "gates", refusal + "; it stays in shadow"));
    }

    private static String speed(OnnxModel model, Manifest manifest) {
        float[] row = Objects.requireNonNull(manifest.golden().get(0)).row();
        List<float[]> batch = Collections.nCopies(BATCH, row);
        double one = micros(model, List.of(row));
        double many = micros(model, batch);
        return String.format(Locale.ROOT, "%.0f us alone, %.1f us a row of %d", one, many / BATCH, BATCH);
    }

    private static double micros(OnnxModel model, List<float[]> rows) {
        for (int i = 0; i < WARM_UP; i++) {
            model.score(rows);
        }
        long begin = System.nanoTime();
        for (int i = 0; i < TIMED; i++) {
            model.score(rows);
        }
        return Duration.ofNanos(System.nanoTime() - begin).toNanos() / 1e3 / TIMED;
    }
}
