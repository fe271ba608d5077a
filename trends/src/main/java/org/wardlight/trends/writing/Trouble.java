package org.wardlight.trends.writing;

import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.wardlight.trends.store.StoreAnswer;

/**
 * A time in which the store takes nothing: how long it has lasted, when to try again, and what to say about it. Pauses grow
 * to a cap, with jitter, for ever: nothing is lost by waiting.
 */
final class Trouble {

    static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final double JITTER = 0.5;
    /** By then the pauses have reached their cap. */
    private static final int ATTEMPTS_THAT_COUNT = 20;
    /** A shorter hiccup is nobody's business. */
    private static final Duration WORTH_SAYING = Duration.ofSeconds(10);

    private final IntervalFunction pauses =
            IntervalFunction.ofExponentialRandomBackoff(FIRST_PAUSE, 2.0, JITTER, LONGEST_PAUSE);
    private final LongSupplier nanos;
    private volatile @Nullable Episode episode;

    Trouble(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Another attempt did not work. */
    void failed(StoreAnswer.TryAgain answer) {
        long now = nanos.getAsLong();
        Episode before = episode;
        int attempts = before == null ? 1 : Math.min(before.attempts() + 1, ATTEMPTS_THAT_COUNT);
        long pause = Duration.ofMillis(pauses.apply(attempts)).toNanos();
        Duration asked = answer.retryAfter();
        if (asked != null) {
            pause = Math.max(pause, Math.min(asked.toNanos(), LONGEST_PAUSE.toNanos()));
        }
        episode = new Episode(before == null ? now : before.since(), attempts, now + pause, answer.why());
    }

    /** It works. */
    void over() {
        episode = null;
    }

    /** How long to wait before the next attempt; zero when there is nothing to wait for. */
    Duration pause() {
        Episode current = episode;
        return current == null ? Duration.ZERO : Duration.ofNanos(Math.max(0, current.tryAt() - nanos.getAsLong()));
    }

    /** How long nothing has been taken. */
    Duration lasted() {
        Episode current = episode;
        return current == null ? Duration.ZERO : Duration.ofNanos(nanos.getAsLong() - current.since());
    }

    /** One sentence, when it has lasted long enough to be worth one. */
    Optional<String> sentence() {
        Episode current = episode;
        Duration lasted = lasted();
        return current == null || lasted.compareTo(WORTH_SAYING) < 0
                ? Optional.empty()
                : Optional.of("Trends are delayed by " + lasted.toSeconds() + " s: " + current.why() + ".");
    }

    private record Episode(long since, int attempts, long tryAt, String why) {}
}
