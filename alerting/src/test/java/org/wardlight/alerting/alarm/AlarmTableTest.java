package org.wardlight.alerting.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardlight.alerting.TestWard.end;
import static org.wardlight.alerting.TestWard.start;
import static org.wardlight.alerting.TestWard.update;
import static org.wardlight.events.v1.Severity.SEVERITY_HIGH;
import static org.wardlight.events.v1.Severity.SEVERITY_LOW;
import static org.wardlight.events.v1.Severity.SEVERITY_MEDIUM;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wardlight.alerting.TestWard;
import org.wardlight.events.v1.EndCause;

/** Walks every state with every input and compares with the table, spelled out. */
class AlarmTableTest {

    private static final Surroundings AT =
            new Surroundings(TestWard.START, new Place("W3", "12B"), TestWard.LADDER, TestWard.POLICY);

    private static final String TABLE = """
            none + start-same = ACTIVE_UNACKNOWLEDGED: timer(1) page(a-1-1) RAISED
            none + start-newer = ACTIVE_UNACKNOWLEDGED: timer(1) page(b-1-1) RAISED
            none + start-older = ACTIVE_UNACKNOWLEDGED: timer(1) page(0-1-1) RAISED
            none + update-late = ACTIVE_UNACKNOWLEDGED: timer(1) page(a-1-1) RAISED
            none + update-high = ACTIVE_UNACKNOWLEDGED: timer(1) page(a-1-1) RAISED
            none + update-low = ACTIVE_UNACKNOWLEDGED: not-paged(below-page-severity) RAISED
            none + update-input-lost = ACTIVE_UNACKNOWLEDGED: timer(1) page(a-1-1) RAISED
            none + end-returned = ignored: UNKNOWN
            none + end-context = ignored: UNKNOWN
            none + acknowledge = ignored: UNKNOWN
            none + due-current = ignored: UNKNOWN
            none + due-older = ignored: UNKNOWN
            none + delivered = ignored: UNKNOWN
            none + failed = ignored: UNKNOWN
            unacknowledged-medium + start-same = ignored: DUPLICATE
            unacknowledged-medium + start-newer = ACTIVE_UNACKNOWLEDGED: REACTIVATED
            unacknowledged-medium + start-older = ignored: STALE
            unacknowledged-medium + update-late = ignored: DUPLICATE
            unacknowledged-medium + update-high = ACTIVE_UNACKNOWLEDGED: cancel(1) timer(2) page(a-1-2) SEVERITY_RAISED
            unacknowledged-medium + update-low = ACTIVE_UNACKNOWLEDGED: SEVERITY_LOWERED
            unacknowledged-medium + update-input-lost = ACTIVE_UNACKNOWLEDGED: INPUT_LOST
            unacknowledged-medium + end-returned = CLOSED: cancel(1) RESOLVED
            unacknowledged-medium + end-context = CLOSED: cancel(1) RESOLVED
            unacknowledged-medium + acknowledge = ACTIVE_ACKNOWLEDGED: cancel(1) ACKNOWLEDGED
            unacknowledged-medium + due-current = ACTIVE_UNACKNOWLEDGED: timer(2) page(a-2-2) ESCALATED
            unacknowledged-medium + due-older = ignored: STALE
            unacknowledged-medium + delivered = ACTIVE_UNACKNOWLEDGED: PAGE_SENT
            unacknowledged-medium + failed = ACTIVE_UNACKNOWLEDGED: PAGE_FAILED
            unacknowledged-high + start-same = ignored: DUPLICATE
            unacknowledged-high + start-newer = ACTIVE_UNACKNOWLEDGED: REACTIVATED
            unacknowledged-high + start-older = ignored: STALE
            unacknowledged-high + update-late = ignored: DUPLICATE
            unacknowledged-high + update-high = ACTIVE_UNACKNOWLEDGED:
            unacknowledged-high + update-low = ACTIVE_UNACKNOWLEDGED: SEVERITY_LOWERED
            unacknowledged-high + update-input-lost = ACTIVE_UNACKNOWLEDGED: INPUT_LOST SEVERITY_LOWERED
            unacknowledged-high + end-returned = LATCHED: CONDITION_ENDED_LATCHED
            unacknowledged-high + end-context = CLOSED: cancel(1) RESOLVED
            unacknowledged-high + acknowledge = ACTIVE_ACKNOWLEDGED: cancel(1) ACKNOWLEDGED
            unacknowledged-high + due-current = ACTIVE_UNACKNOWLEDGED: timer(2) page(a-2-2) ESCALATED
            unacknowledged-high + due-older = ignored: STALE
            unacknowledged-high + delivered = ACTIVE_UNACKNOWLEDGED: PAGE_SENT
            unacknowledged-high + failed = ACTIVE_UNACKNOWLEDGED: PAGE_FAILED
            acknowledged-medium + start-same = ignored: DUPLICATE
            acknowledged-medium + start-newer = ACTIVE_ACKNOWLEDGED: REACTIVATED
            acknowledged-medium + start-older = ignored: STALE
            acknowledged-medium + update-late = ignored: DUPLICATE
            acknowledged-medium + update-high = ACTIVE_UNACKNOWLEDGED: timer(2) page(a-1-2) SEVERITY_RAISED
            acknowledged-medium + update-low = ACTIVE_ACKNOWLEDGED: SEVERITY_LOWERED
            acknowledged-medium + update-input-lost = ACTIVE_ACKNOWLEDGED: INPUT_LOST
            acknowledged-medium + end-returned = CLOSED: RESOLVED
            acknowledged-medium + end-context = CLOSED: RESOLVED
            acknowledged-medium + acknowledge = ignored: ALREADY_ACKNOWLEDGED
            acknowledged-medium + due-current = ignored: STALE
            acknowledged-medium + due-older = ignored: STALE
            acknowledged-medium + delivered = ACTIVE_ACKNOWLEDGED: PAGE_SENT
            acknowledged-medium + failed = ACTIVE_ACKNOWLEDGED: PAGE_FAILED
            latched-high + start-same = ignored: DUPLICATE
            latched-high + start-newer = ACTIVE_UNACKNOWLEDGED: page(a-1-2) REACTIVATED
            latched-high + start-older = ignored: STALE
            latched-high + update-late = ignored: STALE
            latched-high + update-high = ignored: STALE
            latched-high + update-low = ignored: STALE
            latched-high + update-input-lost = ignored: STALE
            latched-high + end-returned = ignored: STALE
            latched-high + end-context = CLOSED: cancel(1) RESOLVED
            latched-high + acknowledge = CLOSED: cancel(1) ACKNOWLEDGED
            latched-high + due-current = LATCHED: timer(2) page(a-2-2) ESCALATED
            latched-high + due-older = ignored: STALE
            latched-high + delivered = LATCHED: PAGE_SENT
            latched-high + failed = LATCHED: PAGE_FAILED
            closed + start-same = ignored: DUPLICATE
            closed + start-newer = ignored: DUPLICATE
            closed + start-older = ignored: DUPLICATE
            closed + update-late = ignored: DUPLICATE
            closed + update-high = ignored: DUPLICATE
            closed + update-low = ignored: DUPLICATE
            closed + update-input-lost = ignored: DUPLICATE
            closed + end-returned = ignored: DUPLICATE
            closed + end-context = ignored: DUPLICATE
            closed + acknowledge = ignored: CLOSED
            closed + due-current = ignored: STALE
            closed + due-older = ignored: STALE
            closed + delivered = CLOSED: note(PAGE_SENT)
            closed + failed = CLOSED: note(PAGE_FAILED)
            """;

    @Test
    void everyStateMeetsEveryInputAsTheTableSays() {
        // given
        List<String> rows = new ArrayList<>();

        // when
        states().forEach((state, alarm) ->
                inputs(alarm).forEach((name, input) -> rows.add(row(state, name, Alarm.decide(alarm, input, AT)))));

        // then
        assertThat(String.join("\n", rows)).isEqualToIgnoringWhitespace(TABLE);
    }

    @Test
    void everyKindOfStateAndInputIsInTheTable() {
        assertThat(states().values().stream().map(Object::getClass).collect(Collectors.toSet()))
                .hasSize(5);
        Alarm any = new NotRaised();
        assertThat(inputs(any).values().stream().map(Object::getClass).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(AlarmInput.class.getPermittedSubclasses());
    }

    private static Map<String, Alarm> states() {
        Alarm none = new NotRaised();
        Alarm medium = after(none, new AlarmInput.ConditionStarted(start("a", SEVERITY_MEDIUM, 15)));
        Alarm high = after(none, new AlarmInput.ConditionStarted(start("a", SEVERITY_HIGH, 15)));
        Map<String, Alarm> states = new LinkedHashMap<>();
        states.put("none", none);
        states.put("unacknowledged-medium", medium);
        states.put("unacknowledged-high", high);
        states.put("acknowledged-medium", after(medium, new AlarmInput.Acknowledge("RN Okafor", "")));
        states.put("latched-high", after(high, new AlarmInput.ConditionEnded(end("a", 20))));
        states.put("closed", after(medium, new AlarmInput.ConditionEnded(end("a", 20))));
        return states;
    }

    private static Map<String, AlarmInput> inputs(Alarm alarm) {
        int timer = alarm.facts().map(f -> f.asked().timer()).orElse(1);
        Map<String, AlarmInput> inputs = new LinkedHashMap<>();
        inputs.put("start-same", new AlarmInput.ConditionStarted(start("a", SEVERITY_MEDIUM, 15)));
        inputs.put("start-newer", new AlarmInput.ConditionStarted(start("b", SEVERITY_MEDIUM, 40)));
        inputs.put("start-older", new AlarmInput.ConditionStarted(start("0", SEVERITY_MEDIUM, 5)));
        inputs.put("update-late", new AlarmInput.ConditionUpdated(update("a", SEVERITY_HIGH, 14)));
        inputs.put("update-high", new AlarmInput.ConditionUpdated(update("a", SEVERITY_HIGH, 30)));
        inputs.put("update-low", new AlarmInput.ConditionUpdated(update("a", SEVERITY_LOW, 30)));
        inputs.put(
                "update-input-lost",
                new AlarmInput.ConditionUpdated(update("a", SEVERITY_MEDIUM, 30).toBuilder()
                        .setInputStale(true)
                        .build()));
        inputs.put("end-returned", new AlarmInput.ConditionEnded(end("a", 30)));
        inputs.put(
                "end-context",
                new AlarmInput.ConditionEnded(end("a", 30).toBuilder()
                        .setEndCause(EndCause.CONTEXT_ENDED)
                        .build()));
        inputs.put("acknowledge", new AlarmInput.Acknowledge("CN Lindqvist", "seen"));
        inputs.put("due-current", new AlarmInput.EscalationDue(timer));
        inputs.put("due-older", new AlarmInput.EscalationDue(timer - 1));
        inputs.put("delivered", new AlarmInput.PageDelivered("a-1-1", "pager"));
        inputs.put("failed", new AlarmInput.PageFailed("a-1-1", "pager", "http-500"));
        return inputs;
    }

    private static Alarm after(Alarm alarm, AlarmInput input) {
        return Alarm.decide(alarm, input, AT).next();
    }

    private static String row(String state, String input, Decision decision) {
        String outcome = decision.ignored() != null
                ? "ignored: " + decision.ignored()
                : decision.next().state() + ": "
                        + decision.effects().stream().map(AlarmTableTest::word).collect(Collectors.joining(" "));
        return state + " + " + input + " = " + outcome;
    }

    private static String word(Effect effect) {
        if (effect instanceof Effect.Publish publish) {
            return publish.event().getTransition().name();
        }
        if (effect instanceof Effect.Page page) {
            return "page(" + page.pageId() + ")";
        }
        if (effect instanceof Effect.NotPaged notPaged) {
            return "not-paged(" + notPaged.reason().id() + ")";
        }
        if (effect instanceof Effect.StartTimer start) {
            return "timer(" + start.timer() + ")";
        }
        if (effect instanceof Effect.CancelTimer cancel) {
            return "cancel(" + cancel.timer() + ")";
        }
        return "note(" + ((Effect.Note) effect).what() + ")";
    }
}
