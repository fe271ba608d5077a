package org.wardlight.app.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wardlight.app.running.PersonalFolders;
import org.wardlight.app.terminal.CommandFailure;
import org.wardlight.models.CatalogEntry;
import org.wardlight.models.ModelCatalog;
import org.wardlight.models.ModelFolder;
import picocli.CommandLine.Option;

/** Where models are looked for: in a folder of one's own, or among those that come with Wardlight. */
final class ModelPlace {

    @Option(
            names = "--models",
            paramLabel = "DIR",
            description = "Folder with a folder for each model (default: the models that come with Wardlight).")
    private @Nullable Path folder;

    /** What is done with the catalogue while it is open. */
    interface Use {
        int with(ModelCatalog catalog) throws IOException;
    }

    /** Opens the catalogue, and closes it again. */
    int use(Use use) throws IOException {
        if (folder != null) {
            return opened(folder, use);
        }
        Path shipped = Files.createTempDirectory(PersonalFolders.temporary(), "wardlight-models-");
        try {
            ModelFolder.copyShipped(shipped);
            return opened(shipped, use);
        } finally {
            remove(shipped);
        }
    }

    /**
     * The entry of this name.
     *
     * @throws CommandFailure when there is none
     */
    static CatalogEntry entry(ModelCatalog catalog, String id) {
        return catalog.entries().stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow(() -> CommandFailure.usage(
                        "There is no model \"" + id + "\".", "'wardlight model list' names those that there are."));
    }

    private static int opened(Path folder, Use use) throws IOException {
        try (ModelCatalog catalog = ModelCatalog.open(folder)) {
            return use.with(catalog);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(
                    String.valueOf(e.getMessage()), "--models names a folder with a folder for each model.");
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
