package org.wardlight.alerting.desk;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.wardlight.alerting.alarm.Alarm;
import org.wardlight.alerting.alarm.AlarmInput;
import org.wardlight.alerting.alarm.AlarmPolicy;
import org.wardlight.alerting.alarm.Decision;
import org.wardlight.alerting.alarm.NotRaised;
import org.wardlight.alerting.store.AlarmStore;
import org.wardlight.alerting.store.AlarmTransaction;
import org.wardlight.alerting.store.AuditEntry;
import org.wardlight.alerting.store.LogPosition;
import org.wardlight.alerting.store.OutboxRow;
import org.wardlight.alerting.store.TimerId;
import org.wardlight.events.WardClock;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.ConditionPhase;
import org.wardlight.events.v1.EndCause;
import org.wardlight.events.v1.Patient;

/**
 * Where an input meets an alarm. Each input is one transaction: the alarm's next state, its audit, what has to be told, its
 * timers, and the place in the log that the input came from. Safe for use by several threads.
 */
public final class AlarmDesk {

    private final AlarmStore store;
    private final WardClock clock;
    private final Transitions transitions;
    private final DeskMetrics metrics;
    private final PauseDesk pauses;

    /** A desk over a store. */
    public AlarmDesk(
            AlarmStore store, WardRegister register, AlarmPolicy policy, WardClock clock, MeterRegistry meters) {
        this.store = store;
        this.clock = clock;
        this.transitions = new Transitions(register, policy);
        this.metrics = new DeskMetrics(meters);
        this.pauses = new PauseDesk(store, transitions, policy.pauses(), clock, metrics);
    }

    /** A condition began, changed or ended. */
    public void condition(AlarmCondition condition, LogPosition position) {
        Decision decision = metrics.timed(() -> store.inTransaction(tx -> {
            tx.consumed(position);
            return transitions.condition(tx, condition, clock.instant());
        }));
        metrics.count(decision);
    }

    /**
     * A stay has ended: so do its alarms, also those whose condition had ended before and which only wait to be seen.
     * Hearing it again changes nothing.
     */
    public void stayEnded(Patient patient) {
        List<Decision> decisions = store.inTransaction(tx -> tx.openAlarmsOf(patient.getPatientRef()).stream()
                .map(alarm -> alarm.facts().orElseThrow().condition())
                .map(last -> transitions.condition(tx, left(last, patient), clock.instant()))
                .toList());
        decisions.forEach(metrics::count);
    }

    private static AlarmCondition left(AlarmCondition last, Patient patient) {
        return last.toBuilder()
                .setPhase(ConditionPhase.CONDITION_END)
                .setEndCause(EndCause.CONTEXT_ENDED)
                .setDueMs(Math.max(last.getDueMs() + 1, patient.getDischargedMs()))
                .build();
    }

    /** A record of the log that cannot be used has been read. */
    public void skipped(LogPosition position) {
        store.inTransaction(tx -> {
            tx.consumed(position);
            return position;
        });
    }

    /** A person says something about an alarm; {@code render} words the alarm for the answer. */
    public CommandAnswer command(AlarmCommand command, Function<Alarm, String> render) {
        CommandDesk.Result result =
                store.inTransaction(tx -> new CommandDesk(tx, transitions, clock.instant()).take(command, render));
        result.decision().ifPresent(decision -> {
            metrics.count(decision);
            if (command.notActionable() && result.answer().outcome() == CommandAnswer.Outcome.DONE) {
                decision.next()
                        .facts()
                        .ifPresent(facts -> metrics.notActionable(facts.place().wardId()));
            }
        });
        return result.answer();
    }

    /** Somebody did something that changes no alarm and belongs into the audit. */
    public void note(String actor, String what, String why) {
        store.inTransaction(tx -> {
            AuditEntry entry = new AuditEntry(clock.instant().toEpochMilli(), actor, what, "", why);
            tx.audit(entry);
            return entry;
        });
    }

    /** Where alarms are kept quiet for a while. */
    public PauseDesk pauses() {
        return pauses;
    }

    /** A timer ran out. */
    public void timerDue(TimerId timer) {
        metrics.count(store.inTransaction(
                tx -> change(tx, timer.alarmId(), new AlarmInput.TimerDue(timer.timer()), clock.instant())));
    }

    /** A receiver took a page. */
    public void pageDelivered(OutboxRow page) {
        pageDone(page, new AlarmInput.PageDelivered(page.pageId(), page.receiver()));
    }

    /** A page was given up. */
    public void pageFailed(OutboxRow page, String reason) {
        pageDone(page, new AlarmInput.PageFailed(page.pageId(), page.receiver(), reason));
    }

    private void pageDone(OutboxRow page, AlarmInput outcome) {
        Optional<Decision> decision = store.inTransaction(tx -> {
            if (!tx.pageDone(page)) {
                return Optional.empty();
            }
            Instant now = clock.instant();
            if (outcome instanceof AlarmInput.PageDelivered) {
                transitions.delivered(tx, page.receiver(), now);
            }
            return Optional.of(change(tx, page.alarmId(), outcome, now));
        });
        decision.ifPresent(metrics::count);
    }

    private Decision change(AlarmTransaction tx, String alarmId, AlarmInput input, Instant now) {
        return transitions.apply(tx, tx.alarm(alarmId).orElseGet(NotRaised::new), input, now);
    }
}
