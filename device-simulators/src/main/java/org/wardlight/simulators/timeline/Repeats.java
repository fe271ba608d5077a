package org.wardlight.simulators.timeline;

import java.time.Duration;
import java.util.List;
import org.wardlight.simulators.physiology.SeededNoise;

/**
 * A network that delivers every message twice within a second, with the same bytes, and holds one in seven back until the
 * message after it has gone, by less than the second that a receiver waits for it.
 */
final class Repeats {

    private static final double HELD_BACK = 1.0 / 7;

    private final SeededNoise noise;
    private final Duration interval;

    Repeats(SeededNoise noise, Duration interval) {
        this.noise = noise;
        this.interval = interval;
    }

    /** The copies of a message, each at its own moment. */
    List<TimedMessage> of(TimedMessage message) {
        long seq = message.seq();
        boolean heldBack = noise.unit(2 * seq) < HELD_BACK;
        Duration first = heldBack ? interval.plusMillis(100 + noise.below(400, 2 * seq + 1)) : Duration.ZERO;
        Duration second = first.plusMillis(50 + noise.below(900, -seq));
        return List.of(
                message.movedTo(message.at().plus(first)),
                message.movedTo(message.at().plus(second)));
    }
}
