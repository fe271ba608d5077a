package org.wardlight.alerting.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.wardlight.alerting.TestWard;
import org.wardlight.alerting.alarm.AlarmFacts;
import org.wardlight.alerting.alarm.AlarmInput;
import org.wardlight.alerting.alarm.RunningTimers;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.ConditionPhase;
import org.wardlight.events.v1.EndCause;
import org.wardlight.events.v1.Severity;

/** Everything that can happen next: to the condition, by people, by timers, by the pager and its crashes, in two instances. */
final class Moves {

    private static final int MOST_RECORDS = 3;
    private static final int MOST_CRASHES = 1;
    private static final int SECONDS_BETWEEN = 90;
    private static final String NURSE = "RN Okafor";

    private static final Map<String, Map<String, Move>> KNOWN = new HashMap<>();

    private Moves() {}

    static Map<String, Move> of(World world) {
        Map<String, Move> moves = new LinkedHashMap<>();
        conditions(world, moves);
        people(world, moves);
        timers(world, moves);
        pager(world, moves);
        return moves;
    }

    private static void conditions(World world, Map<String, Move> moves) {
        int second = 15 + world.told().size() * SECONDS_BETWEEN;
        String last = world.told().isEmpty() ? "" : world.last().getConditionId();
        if (world.told().size() < MOST_RECORDS) {
            moves.putAll(KNOWN.computeIfAbsent(last + "/" + second, same -> next(last, second)));
        }
        // A job that started again tells what it has told before; the log is read again after a crash.
        if (!last.isEmpty()) {
            moves.put("the last record again", Move.input(AlarmInput.of(world.last())));
        }
    }

    /** A new condition, and whatever may become of the one that was told last. */
    private static Map<String, Move> next(String last, int second) {
        List<AlarmCondition> next = new ArrayList<>();
        next.add(TestWard.start("c" + second, Severity.SEVERITY_MEDIUM, second));
        next.add(TestWard.start("c" + second, Severity.SEVERITY_HIGH, second));
        if (!last.isEmpty()) {
            next.add(TestWard.update(last, Severity.SEVERITY_MEDIUM, second));
            next.add(TestWard.update(last, Severity.SEVERITY_HIGH, second));
            next.add(TestWard.update(last, Severity.SEVERITY_MEDIUM, second).toBuilder()
                    .setInputStale(true)
                    .build());
            next.add(TestWard.end(last, second));
            next.add(TestWard.end(last, second).toBuilder()
                    .setEndCause(EndCause.CONTEXT_ENDED)
                    .build());
        }
        Map<String, Move> moves = new LinkedHashMap<>();
        next.forEach(record -> moves.put(name(record), Move.record(record)));
        return moves;
    }

    private static void people(World world, Map<String, Move> moves) {
        int level = world.alarm().facts().map(facts -> facts.asked().level()).orElse(0);
        moves.put("acknowledge", Move.input(new AlarmInput.Acknowledge(NURSE, "")));
        moves.put("accept", Move.input(new AlarmInput.Accept(NURSE)));
        moves.put("reject", Move.input(new AlarmInput.Reject("CN Lindqvist", level, "")));
        moves.put("reject level 1", Move.input(new AlarmInput.Reject(NURSE, 1, "")));
        moves.put(
                world.paused() ? "resume" : "pause",
                Move.pausing(
                        !world.paused(),
                        world.paused() ? new AlarmInput.Resume(NURSE) : new AlarmInput.Pause(NURSE, "")));
    }

    /** Two instances may both fire a timer, and one that was cancelled may have been picked already. */
    private static void timers(World world, Map<String, Move> moves) {
        Optional<RunningTimers> timers = world.alarm().facts().map(AlarmFacts::timers);
        if (timers.isEmpty()) {
            return;
        }
        moves.put("time is over", Move.timer(timers.get().main()));
        moves.put("no receipt", Move.timer(timers.get().receipt()));
        for (int old = timers.get().started(); old > 0; old--) {
            if (!world.timers().contains(old)) {
                moves.put("old timer " + old, Move.timer(old));
                return;
            }
        }
    }

    private static void pager(World world, Map<String, Move> moves) {
        world.outbox().forEach((page, receiver) -> {
            if (!world.inHand().contains(page)) {
                moves.put("post " + page, Move.post(page));
                moves.put("refused " + page, Move.done(page, false));
            } else {
                moves.put("stored " + page, Move.done(page, true));
                if (world.crashes() < MOST_CRASHES) {
                    moves.put("crash with " + page, Move.crash());
                }
            }
        });
    }

    private static String name(AlarmCondition record) {
        String phase = record.getPhase().name().replace("CONDITION_", "").toLowerCase(Locale.ROOT);
        String cause = record.getPhase() == ConditionPhase.CONDITION_END ? " " + record.getEndCause() : "";
        return phase + " " + record.getConditionId() + " " + record.getSeverity() + cause
                + (record.getInputStale() ? " stale" : "") + " at " + record.getDueMs() % 1_000_000;
    }
}
