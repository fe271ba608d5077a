package org.wardlight.stream.scoring;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.models.CatalogEntry;
import org.wardlight.models.ModelCatalog;

/**
 * The models of this process: opened once for each folder, however many subtasks use them, and closed with the last. While
 * they are open, their files are looked at every few seconds; that is outside of the job's time and changes no value.
 */
public final class SharedModels implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SharedModels.class);
    private static final long CHECK_SECONDS = 5;
    private static final Map<Path, SharedModels> OPEN = new HashMap<>();

    private final Path directory;
    private final ModelCatalog catalog;
    private final ScheduledExecutorService watch;
    private Map<String, String> told = Map.of();
    private int users;

    @SuppressWarnings("FutureReturnValueIgnored") // look() catches whatever it throws
    private SharedModels(Path directory) {
        this.directory = directory;
        this.catalog = ModelCatalog.open(directory);
        this.watch = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "wardlight-models");
            thread.setDaemon(true);
            return thread;
        });
        tell();
        watch.scheduleWithFixedDelay(this::look, CHECK_SECONDS, CHECK_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * Opens the models of a folder, or joins those who have; null when the policy names none. Close it in the end.
     *
     * @throws IllegalArgumentException when there is no such folder
     */
    public static @Nullable SharedModels open(ModelPolicy policy) {
        if (policy.directory().isEmpty()) {
            return null;
        }
        Path directory = Path.of(policy.directory()).toAbsolutePath().normalize();
        synchronized (OPEN) {
            SharedModels shared = OPEN.computeIfAbsent(directory, SharedModels::new);
            shared.users++;
            return shared;
        }
    }

    /** What lies in the folder. */
    public ModelCatalog catalog() {
        return catalog;
    }

    /**
     * Whether every model that is to be promoted may be. One that cannot be used just now is no reason not to start: alarms
     * come first, and it pages nobody.
     *
     * @throws IllegalArgumentException with every problem, by key
     */
    public void checkPromotion(ModelPolicy policy) {
        Map<String, CatalogEntry> known = new HashMap<>();
        catalog.entries().forEach(entry -> known.put(entry.id(), entry));
        List<String> problems = new ArrayList<>();
        for (String id : policy.promoted()) {
            CatalogEntry entry = known.get(id);
            if (entry == null) {
                problems.add("job.models.promoted: there is no model \"" + id + "\"");
            } else if (entry.manifest() != null) {
                entry.manifest()
                        .refusals()
                        .forEach(refusal -> problems.add("job.models.promoted: " + id + " may not page: " + refusal));
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    /** How these models are used; none when there are none. */
    public static ModelSpecs specsOf(@Nullable SharedModels models, ModelPolicy policy) {
        return models == null ? ModelSpecs.NONE : models.specs(policy);
    }

    /** How the job uses each model whose manifest can be read. */
    public ModelSpecs specs(ModelPolicy policy) {
        return new ModelSpecs(catalog.entries().stream()
                .map(CatalogEntry::manifest)
                .filter(Objects::nonNull)
                .map(manifest -> ModelSpec.of(manifest, policy))
                .toList());
    }

    private void look() {
        try {
            catalog.check();
            tell();
        } catch (RuntimeException e) {
            LOG.warn("action=check-models outcome=failed", e);
        }
    }

    private void tell() {
        Map<String, String> problems = catalog.problems();
        if (!problems.equals(told)) {
            told = problems;
            problems.forEach((id, reason) -> LOG.warn("model={} outcome=degraded reason={}", id, reason));
        }
    }

    @Override
    public void close() {
        synchronized (OPEN) {
            users--;
            if (users == 0) {
                OPEN.remove(directory);
                watch.shutdownNow();
                catalog.close();
            }
        }
    }
}
