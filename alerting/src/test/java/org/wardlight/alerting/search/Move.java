package org.wardlight.alerting.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wardlight.alerting.TestWard;
import org.wardlight.alerting.alarm.Alarm;
import org.wardlight.alerting.alarm.AlarmInput;
import org.wardlight.alerting.alarm.Closed;
import org.wardlight.alerting.alarm.Decision;
import org.wardlight.alerting.alarm.Effect;
import org.wardlight.alerting.alarm.Hold;
import org.wardlight.alerting.alarm.Ladder;
import org.wardlight.alerting.alarm.NotRaised;
import org.wardlight.alerting.alarm.Place;
import org.wardlight.alerting.alarm.Surroundings;
import org.wardlight.alerting.alarm.WithheldReason;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.Severity;

/** One thing that happens to a world: one transaction at most, as the desk would have it. */
interface Move {

    Ladder LADDER = TestWard.LADDER.withSecondReceivers(Map.of("pager", "phone"));
    Instant NOW = TestWard.START;

    /** What the world is after it, and what was decided; null when nothing was. */
    Step take(World world, Machine machine);

    /** A world, and what led to it: the alarm that was decided on, the input, the decision. */
    record Step(
            World after,
            Alarm from,
            @Nullable AlarmInput input,
            @Nullable Decision decision) {

        static Step undecided(World after) {
            return new Step(after, after.alarm(), null, null);
        }
    }

    /** A person or a repeated record. */
    static Move input(AlarmInput input) {
        return (world, machine) -> decided(world, machine, input, world.timers());
    }

    /** A record that is new. */
    static Move record(AlarmCondition record) {
        return (world, machine) -> {
            List<AlarmCondition> told = new ArrayList<>(world.told());
            told.add(record);
            World heard = new World(
                    // What is closed stays closed: a newer condition is another alarm.
                    isAnother(world, record) ? new NotRaised() : world.alarm(),
                    isAnother(world, record) ? new TreeSet<>() : world.timers(),
                    isAnother(world, record) ? new TreeMap<>() : world.outbox(),
                    isAnother(world, record) ? Map.of() : world.posted(),
                    isAnother(world, record) ? new TreeSet<>() : world.inHand(),
                    List.copyOf(told),
                    world.paused(),
                    world.crashes());
            return decided(heard, machine, AlarmInput.of(record), heard.timers());
        };
    }

    private static boolean isAnother(World world, AlarmCondition record) {
        return world.alarm() instanceof Closed
                && world.told().stream().noneMatch(told -> told.getConditionId().equals(record.getConditionId()));
    }

    /** A pause that begins or ends with this input. */
    static Move pausing(boolean paused, AlarmInput input) {
        return (world, machine) -> {
            World changed = new World(
                    world.alarm(),
                    world.timers(),
                    world.outbox(),
                    world.posted(),
                    world.inHand(),
                    world.told(),
                    paused,
                    world.crashes());
            return decided(changed, machine, input, changed.timers());
        };
    }

    /** A timer runs out; one that waits in the database goes, one that was cancelled meanwhile does no harm. */
    static Move timer(int number) {
        return (world, machine) -> {
            SortedSet<Integer> left = new TreeSet<>(world.timers());
            left.remove(number);
            // The pause has an end of its own by the time its timer runs out.
            World over = world.paused() && world.timers().contains(number)
                    ? pausing(false, new AlarmInput.TimerDue(-1))
                            .take(world, machine)
                            .after()
                    : world;
            return decided(over, machine, new AlarmInput.TimerDue(number), left);
        };
    }

    /** A receiver has taken a page; nobody has stored that yet. */
    static Move post(String page) {
        return (world, machine) -> {
            Map<String, Integer> posted = new HashMap<>(world.posted());
            posted.merge(page, 1, Integer::sum);
            SortedSet<String> inHand = new TreeSet<>(world.inHand());
            inHand.add(page);
            return Step.undecided(new World(
                    world.alarm(),
                    world.timers(),
                    world.outbox(),
                    new TreeMap<>(posted),
                    inHand,
                    world.told(),
                    world.paused(),
                    world.crashes()));
        };
    }

    /** The outcome of a page is stored. */
    static Move done(String page, boolean delivered) {
        return (world, machine) -> {
            SortedMap<String, String> outbox = new TreeMap<>(world.outbox());
            String receiver = outbox.remove(page);
            SortedSet<String> inHand = new TreeSet<>(world.inHand());
            inHand.remove(page);
            World without = new World(
                    world.alarm(),
                    world.timers(),
                    outbox,
                    world.posted(),
                    inHand,
                    world.told(),
                    world.paused(),
                    world.crashes());
            String pageId = page.substring(0, page.indexOf(' '));
            AlarmInput input = delivered
                    ? new AlarmInput.PageDelivered(pageId, receiver)
                    : new AlarmInput.PageFailed(pageId, receiver, "http-401");
            return decided(without, machine, input, without.timers());
        };
    }

    /** The process dies with pages in hand: what it has not stored is sent again. */
    static Move crash() {
        return (world, machine) -> Step.undecided(new World(
                world.alarm(),
                world.timers(),
                world.outbox(),
                world.posted(),
                new TreeSet<>(),
                world.told(),
                world.paused(),
                world.crashes() + 1));
    }

    private static Step decided(World world, Machine machine, AlarmInput input, SortedSet<Integer> timersLeft) {
        Decision decision = machine.decide(world.alarm(), input, surroundings(world));
        if (decision.ignored() != null && timersLeft.size() == world.timers().size()) {
            return new Step(world, world.alarm(), input, decision);
        }
        SortedSet<Integer> timers = new TreeSet<>(timersLeft);
        SortedMap<String, String> outbox = new TreeMap<>(world.outbox());
        for (Effect effect : decision.effects()) {
            if (effect instanceof Effect.StartTimer start) {
                timers.add(start.timer());
            } else if (effect instanceof Effect.CancelTimer cancel) {
                timers.remove(cancel.timer());
            } else if (effect instanceof Effect.Page page) {
                outbox.put(
                        page.pageId() + " " + page.step().receiver(),
                        page.step().receiver());
            }
        }
        Alarm next = decision.next();
        return new Step(
                new World(
                        next,
                        timers,
                        outbox,
                        world.posted(),
                        world.inHand(),
                        world.told(),
                        world.paused(),
                        world.crashes()),
                world.alarm(),
                input,
                decision);
    }

    private static Surroundings surroundings(World world) {
        Hold pause = new Hold(WithheldReason.PAUSED, NOW.plusSeconds(120), Severity.SEVERITY_MEDIUM);
        List<Hold> holds = world.paused() ? List.of(pause) : List.of();
        return new Surroundings(NOW, Place.UNKNOWN, LADDER, TestWard.POLICY, holds, null);
    }
}
