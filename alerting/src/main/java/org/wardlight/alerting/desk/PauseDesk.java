package org.wardlight.alerting.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.wardlight.alerting.alarm.Alarm;
import org.wardlight.alerting.alarm.AlarmInput;
import org.wardlight.alerting.alarm.Calling;
import org.wardlight.alerting.alarm.Decision;
import org.wardlight.alerting.alarm.PauseLimits;
import org.wardlight.alerting.store.AlarmStore;
import org.wardlight.alerting.store.AlarmTransaction;
import org.wardlight.alerting.store.AuditEntry;
import org.wardlight.alerting.store.Pause;
import org.wardlight.events.WardClock;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.Severity;

/**
 * Where alarms of a patient are kept quiet for a while. Each pause is one transaction: what it keeps quiet is told at once, and
 * what comes later finds it. Safe for use by several threads.
 */
public final class PauseDesk {

    private final AlarmStore store;
    private final Transitions transitions;
    private final WardClock clock;
    private final DeskMetrics metrics;
    private final PauseLimits limits;

    PauseDesk(AlarmStore store, Transitions transitions, PauseLimits limits, WardClock clock, DeskMetrics metrics) {
        this.limits = limits;
        this.store = store;
        this.transitions = transitions;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** How long a pause of this kind may last. */
    public Duration longest(Pause.Kind kind) {
        return switch (kind) {
            case AUDIO -> limits.audio();
            case ALARM -> limits.alarm();
            case RULE -> limits.rule();
        };
    }

    /** Begins a pause, from now on. */
    public Pause begin(PauseRequest request) {
        Told<Pause> told = store.inTransaction(tx -> {
            Instant now = clock.instant();
            List<Alarm> calling = calling(tx, request.patientRef(), request.rule());
            Pause pause = request.begin(now, upTo(request.kind(), calling));
            tx.begin(pause);
            audit(tx, pause, "PAUSE_BEGUN", request.actor(), now);
            return new Told<>(pause, apply(tx, calling, request.input(), now));
        });
        told.decisions().forEach(metrics::count);
        return told.what();
    }

    /** Ends a pause before its time; empty when none with this id is in force. */
    public Optional<Pause> end(String pauseId, String actor) {
        Told<Optional<Pause>> told = store.inTransaction(tx -> {
            Instant now = clock.instant();
            Optional<Pause> pause = tx.pause(pauseId, now);
            return new Told<>(
                    pause, pause.map(known -> end(tx, known, actor, now)).orElse(List.of()));
        });
        told.decisions().forEach(metrics::count);
        return told.what();
    }

    /** What keeps the alarms of a patient quiet now. */
    public List<Pause> inForce(String patientRef) {
        return store.inTransaction(tx -> tx.pauses(patientRef, clock.instant()));
    }

    /** What keeps alarms quiet now, of all patients. */
    public List<Pause> inForce() {
        return store.pauses(clock.instant());
    }

    private List<Decision> end(AlarmTransaction tx, Pause pause, String actor, Instant now) {
        tx.end(pause, actor, now);
        audit(tx, pause, "PAUSE_ENDED", actor, now);
        return apply(tx, calling(tx, pause.patientRef(), pause.rule()), new AlarmInput.Resume(actor), now);
    }

    private List<Decision> apply(AlarmTransaction tx, List<Alarm> alarms, AlarmInput input, Instant now) {
        return alarms.stream()
                .map(alarm -> transitions.apply(tx, alarm, input, now))
                .toList();
    }

    /** A pause covers what is known when it is given; what gets graver than that breaks it. A procedure covers all. */
    private static Severity upTo(Pause.Kind kind, List<Alarm> calling) {
        if (kind == Pause.Kind.ALARM) {
            return Severity.SEVERITY_HIGH;
        }
        return calling.stream()
                .map(alarm -> condition(alarm).getSeverity())
                .max(Comparator.naturalOrder())
                .orElse(Severity.SEVERITY_LOW);
    }

    private static List<Alarm> calling(AlarmTransaction tx, String patientRef, String rule) {
        return tx.openAlarmsOf(patientRef).stream()
                .filter(Calling.class::isInstance)
                .filter(alarm -> rule.isEmpty() || condition(alarm).getRule().equals(rule))
                .toList();
    }

    private static AlarmCondition condition(Alarm alarm) {
        return alarm.facts().orElseThrow().condition();
    }

    private static void audit(AlarmTransaction tx, Pause pause, String what, String actor, Instant now) {
        String rule = pause.rule().isEmpty() ? "" : " " + pause.rule();
        String why =
                pause.kind() + rule + " of " + pause.patientRef() + " until " + pause.until() + ": " + pause.reason();
        tx.audit(new AuditEntry(now.toEpochMilli(), actor, what, "", why));
    }

    private record Told<T>(T what, List<Decision> decisions) {}
}
