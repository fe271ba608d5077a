package org.wardlight.alerting.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wardlight.alerting.alarm.ActiveAcknowledged;
import org.wardlight.alerting.alarm.Alarm;
import org.wardlight.alerting.alarm.AlarmInput;
import org.wardlight.alerting.alarm.Closed;
import org.wardlight.alerting.alarm.Decision;
import org.wardlight.alerting.alarm.Latched;
import org.wardlight.alerting.alarm.NotRaised;
import org.wardlight.alerting.alarm.Surroundings;

/**
 * Everything that can happen to an alarm, in every order, breadth first: conditions that begin, change, end and come again, people,
 * timers that fire late or twice, pages that are taken, refused or sent again after a crash. Every step keeps the invariants.
 */
class AlarmSearchTest {

    private static final int ENOUGH_STATES = Integer.getInteger("alarm-search.states", 1_000_000);
    private static final int ENOUGH_FOR_A_BUG = 200_000;
    private static final int DEEP = 8;

    @Test
    void everyOrderKeepsTheInvariants() {
        Found found = search(Alarm::decide, ENOUGH_STATES);

        System.out.printf(
                "alarm search: %,d states, %,d of them within %d steps of the beginning; %,d steps taken%n",
                found.states(), found.within(), found.depth(), found.steps());
        assertThat(found.broken()).isEmpty();
        assertThat(found.states()).isGreaterThanOrEqualTo(ENOUGH_STATES);
        assertThat(found.depth()).isGreaterThanOrEqualTo(DEEP);
    }

    @Test
    void findsAHighAlarmThatClosesUnseen() {
        assertThat(search(AlarmSearchTest::closesUnseen, ENOUGH_FOR_A_BUG).broken())
                .contains("nobody has seen");
    }

    @Test
    void findsAnAcknowledgementThatOutlivesAWorseCondition() {
        assertThat(search(AlarmSearchTest::keepsTheAcknowledgement, ENOUGH_FOR_A_BUG)
                        .broken())
                .contains("still acknowledged");
    }

    @Test
    void findsATimerThatIsTakenForTheCurrentOne() {
        assertThat(search(AlarmSearchTest::takesAnyTimer, ENOUGH_FOR_A_BUG).broken())
                .contains("other timers");
    }

    private static Decision closesUnseen(Alarm alarm, AlarmInput input, Surroundings at) {
        Decision right = Alarm.decide(alarm, input, at);
        return right.next() instanceof Latched latched && !(alarm instanceof Latched)
                ? new Decision(new Closed(latched.known()), right.effects(), null)
                : right;
    }

    private static Decision keepsTheAcknowledgement(Alarm alarm, AlarmInput input, Surroundings at) {
        Decision right = Alarm.decide(alarm, input, at);
        return alarm instanceof ActiveAcknowledged
                        && input instanceof AlarmInput.ConditionUpdated
                        && right.ignored() == null
                ? new Decision(new ActiveAcknowledged(right.next().facts().orElseThrow()), List.of(), null)
                : right;
    }

    private static Decision takesAnyTimer(Alarm alarm, AlarmInput input, Surroundings at) {
        boolean due = input instanceof AlarmInput.TimerDue;
        int main = alarm.facts().map(facts -> facts.timers().main()).orElse(0);
        return Alarm.decide(alarm, due && main > 0 ? new AlarmInput.TimerDue(main) : input, at);
    }

    @SuppressWarnings("ReferenceEquality") // A step that changes nothing gives back the very world that it was given.
    private static Found search(Machine machine, int states) {
        Set<Long> known = new HashSet<>(states * 2);
        Deque<Node> open = new ArrayDeque<>();
        World first = new World(
                new NotRaised(), new TreeSet<>(), new TreeMap<>(), Map.of(), new TreeSet<>(), List.of(), false, 0);
        known.add(first.print());
        open.add(new Node(first, null, 0));
        long steps = 0;
        int depth = 0;
        long within = 1;
        while (!open.isEmpty() && (known.size() < states || depth < DEEP)) {
            Node node = open.poll();
            if (node.depth() > depth) {
                depth = node.depth();
                within = known.size();
            }
            for (Map.Entry<String, Move> move : Moves.of(node.world()).entrySet()) {
                steps++;
                Move.Step step = move.getValue().take(node.world(), machine);
                String broken = Invariants.broken(step);
                if (!broken.isEmpty()) {
                    String how = Path.of(new Path(node.path(), move.getKey()));
                    return new Found(known.size(), within, steps, depth, broken + ": " + how);
                }
                if (step.after() != node.world() && known.add(step.after().print())) {
                    open.add(new Node(step.after(), new Path(node.path(), move.getKey()), node.depth() + 1));
                }
            }
        }
        return new Found(known.size(), within, steps, depth, "");
    }

    /** {@code within}: states that are at most {@code depth} steps from the beginning; all of those are known. */
    private record Found(long states, long within, long steps, int depth, String broken) {}

    /** A world that is still to be looked at; those that were are forgotten, but for how they were reached. */
    private record Node(World world, @Nullable Path path, int depth) {}

    private record Path(@Nullable Path before, String move) {

        static String of(@Nullable Path path) {
            List<String> moves = new ArrayList<>();
            for (Path at = path; at != null; at = at.before()) {
                moves.add(0, at.move());
            }
            return String.join("; ", moves);
        }
    }
}
