package org.wardlight.alerting.desk;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.wardlight.events.AlarmWords;
import org.wardlight.events.CanaryWard;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmEvent;
import org.wardlight.events.v1.AlarmTransition;
import org.wardlight.events.v1.Severity;

/** What alarms ask of people, as it happens. Those of a canary ask nobody, and are not counted. */
final class BurdenMetrics {

    /** Alarms by ward, kind and priority at the start. */
    static final String RAISED = "wardlight.alerting.alarms.raised";
    /** From raised to the first person who goes or has seen it; by ward and priority at that moment. */
    static final String ANSWER = "wardlight.alerting.answer";
    /** Alarms acknowledged as having needed nobody, by ward. */
    static final String NOT_ACTIONABLE = "wardlight.alerting.alarms.not.actionable";

    private final MeterRegistry meters;
    private final Map<String, Timer> answers = new ConcurrentHashMap<>();

    BurdenMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(AlarmEvent event) {
        if (CanaryWard.isOne(event.getWardId())) {
            return;
        }
        AlarmCondition condition = event.getCondition();
        if (event.getTransition() == AlarmTransition.RAISED) {
            String priority = AlarmWords.priority(condition.getSeverity());
            String kind = AlarmWords.kind(condition.getKind());
            meters.counter(RAISED, "ward", event.getWardId(), "kind", kind, "priority", priority)
                    .increment();
        } else if (isFirstAnswer(event)) {
            answer(event.getWardId(), condition.getSeverity())
                    .record(Duration.ofMillis(event.getTimeMs() - event.getRaisedMs()));
        }
    }

    void notActionable(String wardId) {
        meters.counter(NOT_ACTIONABLE, "ward", wardId).increment();
    }

    /** Who acknowledges what somebody has accepted answers it no more. */
    private static boolean isFirstAnswer(AlarmEvent event) {
        return event.getTransition() == AlarmTransition.ACCEPTED
                || (event.getTransition() == AlarmTransition.ACKNOWLEDGED
                        && event.getAcceptedMs() == event.getAcknowledgedMs());
    }

    private Timer answer(String wardId, Severity severity) {
        String priority = AlarmWords.priority(severity);
        return answers.computeIfAbsent(wardId + "/" + priority, key -> Timer.builder(ANSWER)
                .description("time from an alarm to the first person who answers it")
                .tags("ward", wardId, "priority", priority)
                .publishPercentiles(0.5, 0.9)
                .register(meters));
    }
}
