package org.wardlight.stream.checkpoint;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.state.KeyGroupsStateHandle;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.apache.flink.runtime.state.OperatorStateHandle;
import org.apache.flink.runtime.state.StreamStateHandle;
import org.apache.flink.runtime.state.filesystem.FileStateHandle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks through a folder of retained checkpoints for the one to start from. Each submission of a job writes under an id of
 * its own, so they are compared by when they were completed; one whose metadata cannot be read, or whose state files
 * are not all there, is passed over.
 */
public final class CheckpointSearch {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointSearch.class);
    private static final String METADATA = "_metadata";
    private static final int DEPTH = 3;

    private CheckpointSearch() {}

    /** The folder of the newest checkpoint that is whole; empty when there is none to start from. */
    public static Optional<Path> newestWhole(Path directory) {
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        List<Path> candidates;
        try (Stream<Path> files = Files.walk(directory, DEPTH)) {
            candidates = files.filter(file -> file.getFileName().toString().equals(METADATA))
                    .sorted(Comparator.comparing(CheckpointSearch::completed).reversed())
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("checkpoint folder cannot be read, starting without one reason={}", e.toString());
            return Optional.empty();
        }
        Optional<Path> whole =
                candidates.stream().filter(CheckpointSearch::isWhole).findFirst();
        if (whole.isEmpty() && !candidates.isEmpty()) {
            LOG.warn("no whole checkpoint among candidates={}, starting without one", candidates.size());
        }
        return whole.map(metadata -> metadata.toAbsolutePath().getParent());
    }

    private static boolean isWhole(Path metadata) {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(metadata))) {
            CheckpointMetadata loaded = Checkpoints.loadCheckpointMetadata(
                    in,
                    CheckpointSearch.class.getClassLoader(),
                    metadata.resolveSibling("").toUri().toString());
            for (OperatorState operator : loaded.getOperatorStates()) {
                for (OperatorSubtaskState subtask : operator.getStates()) {
                    requireFiles(subtask);
                }
            }
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.warn("checkpoint is not whole, trying the one before reason={}", e.toString());
            return false;
        }
    }

    private static FileTime completed(Path metadata) {
        try {
            return Files.getLastModifiedTime(metadata);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireFiles(OperatorSubtaskState subtask) throws IOException {
        for (KeyedStateHandle keyed : subtask.getManagedKeyedState()) {
            if (keyed instanceof KeyGroupsStateHandle groups) {
                requireFile(groups.getDelegateStateHandle());
            }
        }
        for (OperatorStateHandle operator : subtask.getManagedOperatorState()) {
            requireFile(operator.getDelegateStateHandle());
        }
    }

    private static void requireFile(StreamStateHandle handle) throws IOException {
        if (handle instanceof FileStateHandle stored) {
            Path file = Path.of(stored.getFilePath().toUri());
            if (!Files.exists(file) || Files.size(file) != stored.getStateSize()) {
                throw new IOException("a state file is missing or short");
            }
        }
    }
}
