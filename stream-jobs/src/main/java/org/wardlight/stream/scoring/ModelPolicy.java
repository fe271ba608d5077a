package org.wardlight.stream.scoring;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which models score, and what they may do.
 *
 * @param directory folder of models; {@link #SHIPPED_ONES} for those that come with Wardlight; empty for none
 * @param promoted names of those that may raise an advisory condition; all others stay in shadow
 * @param every how often each patient is scored; null for what each manifest says
 * @param onDelay how long a value must stay high before a condition is raised; null for what each manifest says
 * @param offDelay how long it must stay below before the condition ends; null for what each manifest says
 */
public record ModelPolicy(
        String directory,
        List<String> promoted,
        @Nullable Duration every,
        @Nullable Duration onDelay,
        @Nullable Duration offDelay)
        implements Serializable {

    /** Instead of a folder: the models that come with Wardlight. */
    public static final String SHIPPED_ONES = "shipped";

    /** No model at all: limits and NEWS2 only. */
    public static final ModelPolicy NONE = new ModelPolicy("", List.of(), null, null, null);

    /** @throws IllegalArgumentException with every problem at once, by key */
    public ModelPolicy {
        promoted = List.copyOf(promoted);
        if (every != null && every.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("job.models.every must be 1 s or more, not " + every);
        }
        if (isNegative(onDelay) || isNegative(offDelay)) {
            throw new IllegalArgumentException("job.models.on-delay and job.models.off-delay must not be negative");
        }
    }

    /** The same models from this folder. */
    public ModelPolicy in(String folder) {
        return new ModelPolicy(folder, promoted, every, onDelay, offDelay);
    }

    /** Whether the models are those that come with Wardlight. */
    public boolean isShipped() {
        return directory.equals(SHIPPED_ONES);
    }

    private static boolean isNegative(@Nullable Duration duration) {
        return duration != null && duration.isNegative();
    }
}
