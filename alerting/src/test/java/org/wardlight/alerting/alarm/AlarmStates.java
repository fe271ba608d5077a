package org.wardlight.alerting.alarm;

import static org.wardlight.alerting.TestWard.end;
import static org.wardlight.alerting.TestWard.start;
import static org.wardlight.alerting.TestWard.update;
import static org.wardlight.events.v1.Severity.SEVERITY_HIGH;
import static org.wardlight.events.v1.Severity.SEVERITY_LOW;
import static org.wardlight.events.v1.Severity.SEVERITY_MEDIUM;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wardlight.alerting.TestWard;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.EndCause;

/** One alarm in each of its states, reached as in life, and one of each input. */
final class AlarmStates {

    static final Surroundings AT = new Surroundings(
            TestWard.START,
            new Place("W3", "12B"),
            TestWard.LADDER.withSecondReceivers(Map.of("pager", "phone")),
            TestWard.POLICY);
    private static final Hold PAUSE = new Hold(WithheldReason.PAUSED, TestWard.START.plusSeconds(120), SEVERITY_HIGH);
    private static final String NURSE = "RN Okafor";

    private AlarmStates() {}

    static Map<String, Alarm> all() {
        Alarm none = new NotRaised();
        Alarm medium = after(none, started("a", 15));
        Alarm high = after(none, AlarmInput.of(start("a", SEVERITY_HIGH, 15)));
        Alarm delivered = after(high, new AlarmInput.PageDelivered("a-1-1", "pager"));
        Map<String, Alarm> states = new LinkedHashMap<>();
        states.put("not raised", none);
        states.put("active, of medium priority, sent", medium);
        states.put("active, of high priority, sent", high);
        states.put("active, delivered", delivered);
        states.put("active, accepted", after(delivered, new AlarmInput.Accept(NURSE)));
        states.put("active, whole unit asked", due(due(delivered)));
        states.put(
                "active, paused",
                Alarm.decide(high, new AlarmInput.Pause(NURSE, ""), paused()).next());
        states.put("active, nobody asked", after(none, AlarmInput.of(start("a", SEVERITY_LOW, 15))));
        states.put("acknowledged", after(medium, new AlarmInput.Acknowledge(NURSE, "")));
        states.put("latched, delivered", after(delivered, AlarmInput.of(end("a", 20))));
        states.put("closed", after(medium, AlarmInput.of(end("a", 20))));
        return states;
    }

    static Map<String, AlarmInput> inputs(Alarm alarm) {
        int main = alarm.facts().map(facts -> facts.timers().main()).orElse(0);
        int receipt = alarm.facts().map(facts -> facts.timers().receipt()).orElse(0);
        String page = alarm.facts().map(AlarmFacts::lastPageId).orElse("a-1-1");
        int level = alarm.facts().map(facts -> facts.asked().level()).orElse(1);
        Map<String, AlarmInput> inputs = new LinkedHashMap<>();
        inputs.put("start, same condition", started("a", 15));
        inputs.put("start, newer condition", started("b", 40));
        inputs.put("start, older condition", started("0", 5));
        inputs.put("update, seen before", AlarmInput.of(update("a", SEVERITY_HIGH, 14)));
        inputs.put("update, to high", AlarmInput.of(update("a", SEVERITY_HIGH, 30)));
        inputs.put("update, to low", AlarmInput.of(update("a", SEVERITY_LOW, 30)));
        inputs.put("update, input lost", AlarmInput.of(stale(alarm)));
        inputs.put("end, back to normal", AlarmInput.of(end("a", 30)));
        inputs.put("end, context ended", AlarmInput.of(left()));
        inputs.put("acknowledge", new AlarmInput.Acknowledge("CN Lindqvist", "seen"));
        inputs.put("accept", new AlarmInput.Accept("CN Lindqvist"));
        inputs.put("reject, on the level asked", new AlarmInput.Reject("CN Lindqvist", level, "busy"));
        inputs.put("reject, on another level", new AlarmInput.Reject("CN Lindqvist", level + 1, "busy"));
        inputs.put("give back, by its owner", new AlarmInput.Reject(NURSE, level + 1, "called away"));
        inputs.put("pause", new AlarmInput.Pause(NURSE, "suction"));
        inputs.put("resume", new AlarmInput.Resume(NURSE));
        inputs.put("audio pause", new AlarmInput.AudioPause(NURSE));
        inputs.put("time is over", new AlarmInput.TimerDue(main));
        inputs.put("no receipt", new AlarmInput.TimerDue(receipt));
        inputs.put("an older timer", new AlarmInput.TimerDue(-1));
        inputs.put("page delivered", new AlarmInput.PageDelivered(page, "pager"));
        inputs.put("page refused", new AlarmInput.PageFailed(page, "pager", "http-401"));
        return inputs;
    }

    /** The surroundings that an input brings with it. */
    static Surroundings surroundings(AlarmInput input) {
        return input instanceof AlarmInput.Pause || input instanceof AlarmInput.AudioPause ? paused() : AT;
    }

    private static Surroundings paused() {
        return new Surroundings(AT.now(), AT.place(), AT.ladder(), AT.policy(), List.of(PAUSE), PAUSE);
    }

    private static AlarmInput started(String id, int second) {
        return AlarmInput.of(start(id, SEVERITY_MEDIUM, second));
    }

    private static AlarmCondition stale(Alarm alarm) {
        AlarmCondition now = alarm.facts().map(AlarmFacts::condition).orElse(start("a", SEVERITY_MEDIUM, 15));
        return update("a", now.getSeverity(), 30).toBuilder()
                .setInputStale(true)
                .build();
    }

    private static AlarmCondition left() {
        return end("a", 30).toBuilder().setEndCause(EndCause.CONTEXT_ENDED).build();
    }

    private static Alarm due(Alarm alarm) {
        return after(
                alarm,
                new AlarmInput.TimerDue(alarm.facts().orElseThrow().timers().main()));
    }

    private static Alarm after(Alarm alarm, AlarmInput input) {
        return Alarm.decide(alarm, input, AT).next();
    }

    static Instant now() {
        return AT.now();
    }
}
