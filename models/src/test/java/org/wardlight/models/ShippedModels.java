package org.wardlight.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.wardlight.models.onnx.OnnxModel;

/** The models that come with Wardlight, for tests. */
public final class ShippedModels {

    private ShippedModels() {}

    /** Copies them into a new folder. */
    public static Path folder() {
        try {
            Path folder = Files.createTempDirectory("models");
            ModelFolder.copyShipped(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens one of them. */
    public static OnnxModel open(String id) {
        CatalogEntry entry = CatalogEntry.open(id, new ModelFolder(folder().resolve(id)));
        return Objects.requireNonNull(entry.model(), entry.problem());
    }
}
