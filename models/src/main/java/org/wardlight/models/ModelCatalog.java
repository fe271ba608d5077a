package org.wardlight.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The models of a folder, each in one of its own. Those that cannot be used stay in the catalogue and say why: a broken
 * model is somebody's work, not nothing. A file that is changed or damaged later harms nobody: the model that was opened
 * goes on, and {@link #check()} finds out.
 */
public final class ModelCatalog implements AutoCloseable {

    private final Path directory;
    private final List<CatalogEntry> entries;
    private final Map<String, String> degraded = new ConcurrentHashMap<>();

    private ModelCatalog(Path directory, List<CatalogEntry> entries) {
        this.directory = directory;
        this.entries = entries;
    }

    /**
     * Opens every model in a folder.
     *
     * @throws IllegalArgumentException when there is no such folder
     */
    public static ModelCatalog open(Path directory) {
        try (Stream<Path> folders = Files.list(directory)) {
            List<CatalogEntry> entries = folders.filter(
                            folder -> Files.isRegularFile(folder.resolve(ModelFolder.MANIFEST)))
                    .sorted()
                    .map(folder -> CatalogEntry.open(String.valueOf(folder.getFileName()), new ModelFolder(folder)))
                    .toList();
            return new ModelCatalog(directory, entries);
        } catch (IOException e) {
            throw new IllegalArgumentException("There is no folder of models " + directory + ".", e);
        }
    }

    /** What lies in the folder, by name. */
    public List<CatalogEntry> entries() {
        return entries;
    }

    /** Looks whether the files are still the ones that were opened. Reads them all: not for every record. */
    public void check() {
        for (CatalogEntry entry : entries) {
            if (entry.isUsable()) {
                entry.changedOnDisk(new ModelFolder(directory.resolve(entry.id())))
                        .ifPresentOrElse(reason -> degraded.put(entry.id(), reason), () -> degraded.remove(entry.id()));
            }
        }
    }

    /** What is wrong with a model that still answers, as the last {@link #check()} found it; empty when nothing is. */
    public String degraded(String id) {
        return degraded.getOrDefault(id, "");
    }

    /** Every problem, by model: those that cannot be used, and those whose files have changed. */
    public Map<String, String> problems() {
        Map<String, String> problems = new TreeMap<>(degraded);
        entries.stream().filter(entry -> !entry.isUsable()).forEach(entry -> problems.put(entry.id(), entry.problem()));
        return problems;
    }

    @Override
    public void close() {
        for (CatalogEntry entry : entries) {
            if (entry.model() != null) {
                entry.model().close();
            }
        }
    }
}
