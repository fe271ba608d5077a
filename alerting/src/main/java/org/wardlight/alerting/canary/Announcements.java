package org.wardlight.alerting.canary;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When people are told that the path is broken: at once, when another stage is named, and each minute until it is whole. */
final class Announcements {

    private static final Duration REPEATED = Duration.ofSeconds(60);

    private @Nullable Instant since;
    private @Nullable Instant told;
    private @Nullable Stage named;
    private int number;

    /**
     * What to tell now.
     *
     * @param broken the stage that does not pass on what it should
     */
    Optional<Announcement> next(Optional<Stage> broken, Instant now) {
        Instant began = since;
        if (broken.isEmpty()) {
            forget();
            return began == null ? Optional.empty() : Optional.of(new Announcement(null, began, now, ++number));
        }
        if (began == null) {
            since = now;
            number = 0;
        }
        if (broken.get() != named) {
            named = broken.get();
            number++;
        } else if (told != null && now.isBefore(told.plus(REPEATED))) {
            return Optional.empty();
        }
        told = now;
        return Optional.of(new Announcement(named, began == null ? now : began, now, number));
    }

    private void forget() {
        since = null;
        told = null;
        named = null;
    }

    /**
     * Something to tell.
     *
     * @param stage the stage that does not pass on what it should; null when the path is whole again
     * @param since when it broke
     * @param at now
     * @param number counts up within the same break with everything new; what is said again keeps its number
     */
    record Announcement(@Nullable Stage stage, Instant since, Instant at, int number) {}
}
