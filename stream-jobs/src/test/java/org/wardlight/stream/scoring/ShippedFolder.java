package org.wardlight.stream.scoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.wardlight.models.ModelFolder;

/** The models that come with Wardlight in a folder of a test. */
final class ShippedFolder {

    static final String SEPSIS = "sepsis-6h-wearable";
    static final String ANOMALY = "anomaly";

    private ShippedFolder() {}

    static ModelPolicy in(Path folder, String... promoted) {
        try {
            ModelFolder.copyShipped(folder);
            return new ModelPolicy(folder.toString(), List.of(promoted), null, null, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
