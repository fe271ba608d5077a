package org.wardlight.models;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardlight.models.manifest.Manifest;
import org.wardlight.models.onnx.OnnxModel;

/**
 * A folder of the catalogue.
 *
 * @param id name of the folder
 * @param manifest what the model says of itself; null when that cannot be read
 * @param model null when it cannot be used
 * @param problem why it cannot be used; empty when it can
 */
public record CatalogEntry(
        String id, @Nullable Manifest manifest, @Nullable OnnxModel model, String problem) {

    /** Whether it can be asked. */
    public boolean isUsable() {
        return model != null;
    }

    /** Opens what lies in a folder; a model that cannot be used says why. */
    static CatalogEntry open(String id, ModelFolder folder) {
        Manifest manifest = null;
        try {
            manifest = folder.manifest();
            return new CatalogEntry(id, manifest, OnnxModel.open(manifest, folder.graph(manifest)), "");
        } catch (ModelFailure e) {
            return new CatalogEntry(id, manifest, null, String.valueOf(e.getMessage()));
        }
    }

    /** Whether the files on disk are still the ones that were opened; else why not. */
    Optional<String> changedOnDisk(ModelFolder folder) {
        try {
            Manifest now = folder.manifest();
            if (!now.equals(manifest)) {
                return Optional.of("its manifest has changed on disk since it was opened");
            }
            folder.graph(now);
            return Optional.empty();
        } catch (ModelFailure e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
