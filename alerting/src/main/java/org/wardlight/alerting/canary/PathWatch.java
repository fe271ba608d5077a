package org.wardlight.alerting.canary;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows one breach after the other through the stages. A stage that a breach has not passed in its time is broken, and so
 * is everything behind it: the first one is named. The path is whole again when a later breach has come all the way. Safe
 * for use by several threads.
 */
final class PathWatch {

    /** As many rounds as the longest hold-off may take, and one that had begun. */
    private static final int MOST_EXCUSED = 4;

    private final Set<Stage> passed = EnumSet.noneOf(Stage.class);
    private @Nullable Round round;
    private boolean excused;
    private int excusedInARow;
    private @Nullable Stage broken;

    /** A breach begins; the one before it is no longer followed. */
    synchronized void begins(Round next) {
        look(next.begins());
        passed.clear();
        excused = false;
        round = next;
    }

    /** The breach that is followed; empty before the first. */
    synchronized Optional<Round> following() {
        return Optional.ofNullable(round);
    }

    /**
     * A breach has come through a stage. One that is not followed any more says nothing.
     *
     * @return how long after its beginning it had come all the way, if it has with this
     */
    synchronized Optional<Duration> passes(Stage stage, Round of, Instant now) {
        look(now);
        if (excused || !of.equals(round) || !passed.add(stage) || passed.size() < Stage.values().length) {
            return Optional.empty();
        }
        broken = null;
        excusedInARow = 0;
        return Optional.of(Duration.between(of.begins(), now));
    }

    /**
     * Alerting asks nobody about this breach, because the same alarm had closed a moment ago: as when it raises all at once
     * what an outage has delayed. It proves nothing, neither way; but not for ever.
     */
    synchronized void excuses(Round of) {
        if (of.equals(round) && !excused && excusedInARow < MOST_EXCUSED) {
            excused = true;
            excusedInARow++;
        }
    }

    /** The first stage that does not pass on what it should; empty while all do. */
    synchronized Optional<Stage> broken(Instant now) {
        look(now);
        return Optional.ofNullable(broken);
    }

    private void look(Instant now) {
        Round followed = round;
        if (followed == null || excused) {
            return;
        }
        for (Stage stage : Stage.values()) {
            if (!passed.contains(stage)) {
                if (now.isAfter(followed.begins().plus(stage.within()))) {
                    broken = stage;
                }
                return;
            }
        }
    }
}
