package org.wardlight.bench.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Spells of one kind, one after the other, with pauses between them. */
final class Spells {

    private final List<Spell> spells = new ArrayList<>();
    private int last;

    /**
     * Draws spells until the end of the run.
     *
     * @param level where the value is
     */
    Spells(Random random, int seconds, Habit habit, ToDoubleFunction<Random> level) {
        int second = habit.pause / 3 + random.nextInt(habit.pause);
        while (second < seconds) {
            int length = habit.shortest + random.nextInt(habit.longest - habit.shortest + 1);
            spells.add(new Spell(second, second + length, level.applyAsDouble(random)));
            second += length + habit.pause / 2 + random.nextInt(habit.pause);
        }
    }

    /** How often spells come and how long they last, s. */
    record Habit(int pause, int shortest, int longest) {}

    /** The one that covers a second; seconds must not go back by more than a spell. */
    @Nullable
    Spell at(int second) {
        while (last > 0 && spells.get(last).from() > second) {
            last--;
        }
        while (last < spells.size() && spells.get(last).to() <= second) {
            last++;
        }
        boolean covers = last < spells.size() && spells.get(last).covers(second);
        Spell found = covers ? spells.get(last) : null;
        last = Math.min(last, Math.max(0, spells.size() - 1));
        return found;
    }
}
