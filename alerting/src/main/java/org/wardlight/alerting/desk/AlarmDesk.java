package org.wardlight.alerting.desk;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.alerting.alarm.Alarm;
import org.wardlight.alerting.alarm.AlarmInput;
import org.wardlight.alerting.alarm.AlarmPolicy;
import org.wardlight.alerting.alarm.Decision;
import org.wardlight.alerting.alarm.Effect;
import org.wardlight.alerting.alarm.NotRaised;
import org.wardlight.alerting.alarm.Surroundings;
import org.wardlight.alerting.store.AlarmStore;
import org.wardlight.alerting.store.AlarmTransaction;
import org.wardlight.alerting.store.AlarmTransaction.GivenAnswer;
import org.wardlight.alerting.store.AuditEntry;
import org.wardlight.alerting.store.LogPosition;
import org.wardlight.alerting.store.OutboxRow;
import org.wardlight.alerting.store.TimerId;
import org.wardlight.events.WardClock;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmEvent;
import org.wardlight.events.v1.ConditionPhase;
import org.wardlight.events.v1.EndCause;
import org.wardlight.events.v1.Patient;

/**
 * Where an input meets an alarm. Each input is one transaction: the alarm's next state, its audit, what has to be told, its
 * timer, and the place in the log that the input came from. Safe for use by several threads.
 */
public final class AlarmDesk {

    private static final Logger LOG = LoggerFactory.getLogger(AlarmDesk.class);

    private final AlarmStore store;
    private final WardRegister register;
    private final AlarmPolicy policy;
    private final WardClock clock;
    private final DeskMetrics metrics;

    /** A desk over a store. */
    public AlarmDesk(
            AlarmStore store, WardRegister register, AlarmPolicy policy, WardClock clock, MeterRegistry meters) {
        this.store = store;
        this.register = register;
        this.policy = policy;
        this.clock = clock;
        this.metrics = new DeskMetrics(meters);
    }

    /** A condition began, changed or ended. */
    public void condition(AlarmCondition condition, LogPosition position) {
        Decision decision = metrics.timed(() -> store.inTransaction(tx -> {
            tx.consumed(position);
            return apply(tx, tx.alarmOf(condition).orElseGet(NotRaised::new), AlarmInput.of(condition), condition);
        }));
        count(decision);
    }

    /**
     * A stay has ended: so do its alarms, also those whose condition had ended before and which only wait to be seen.
     * Hearing it again changes nothing.
     */
    public void stayEnded(Patient patient) {
        List<Decision> decisions = store.inTransaction(tx -> tx.openAlarmsOf(patient.getPatientRef()).stream()
                .map(alarm -> {
                    AlarmCondition last = alarm.facts().orElseThrow().condition();
                    AlarmCondition over = last.toBuilder()
                            .setPhase(ConditionPhase.CONDITION_END)
                            .setEndCause(EndCause.CONTEXT_ENDED)
                            .setDueMs(Math.max(last.getDueMs() + 1, patient.getDischargedMs()))
                            .build();
                    return apply(tx, alarm, AlarmInput.of(over), over);
                })
                .toList());
        decisions.forEach(this::count);
    }

    /** A record of the log that cannot be used has been read. */
    public void skipped(LogPosition position) {
        store.inTransaction(tx -> {
            tx.consumed(position);
            return position;
        });
    }

    /** A person wants to own an alarm; {@code render} words the alarm for the answer. */
    public AcknowledgeAnswer acknowledge(AcknowledgeRequest request, Function<Alarm, String> render) {
        Acknowledged result = store.inTransaction(tx -> acknowledge(tx, request, render));
        Decision decision = result.decision();
        if (decision != null) {
            count(decision);
        }
        return result.answer();
    }

    /** A timer ran out. */
    public void escalationDue(TimerId timer) {
        change(timer.alarmId(), new AlarmInput.EscalationDue(timer.timer()));
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
        Optional<Decision> decision = store.inTransaction(
                tx -> tx.pageDone(page) ? Optional.of(change(tx, page.alarmId(), outcome)) : Optional.empty());
        decision.ifPresent(this::count);
    }

    private void change(String alarmId, AlarmInput input) {
        count(store.inTransaction(tx -> change(tx, alarmId, input)));
    }

    private Decision change(AlarmTransaction tx, String alarmId, AlarmInput input) {
        Alarm alarm = tx.alarm(alarmId).orElseGet(NotRaised::new);
        return apply(tx, alarm, input, null);
    }

    private Acknowledged acknowledge(AlarmTransaction tx, AcknowledgeRequest request, Function<Alarm, String> render) {
        String asked = request.alarmId() + "|" + request.actor();
        Optional<GivenAnswer> given =
                request.idempotencyKey().isEmpty() ? Optional.empty() : tx.answer(request.idempotencyKey());
        if (given.isPresent()) {
            return new Acknowledged(
                    given.get().request().equals(asked)
                            ? new AcknowledgeAnswer(
                                    AcknowledgeAnswer.Outcome.DONE, given.get().response())
                            : AcknowledgeAnswer.of(AcknowledgeAnswer.Outcome.KEY_REUSED),
                    null);
        }
        Decision decision =
                change(tx, request.alarmId(), new AlarmInput.Acknowledge(request.actor(), request.reason()));
        AcknowledgeAnswer answer = answer(decision, render);
        if (answer.outcome() == AcknowledgeAnswer.Outcome.DONE
                && !request.idempotencyKey().isEmpty()) {
            tx.keepAnswer(request.idempotencyKey(), new GivenAnswer(asked, answer.body()), clock.instant());
        }
        return new Acknowledged(answer, decision);
    }

    private static AcknowledgeAnswer answer(Decision decision, Function<Alarm, String> render) {
        if (decision.ignored() == Decision.Ignored.UNKNOWN) {
            return AcknowledgeAnswer.of(AcknowledgeAnswer.Outcome.UNKNOWN);
        }
        if (decision.ignored() == Decision.Ignored.CLOSED) {
            return AcknowledgeAnswer.of(AcknowledgeAnswer.Outcome.CLOSED);
        }
        return new AcknowledgeAnswer(AcknowledgeAnswer.Outcome.DONE, render.apply(decision.next()));
    }

    private Decision apply(AlarmTransaction tx, Alarm alarm, AlarmInput input, @Nullable AlarmCondition condition) {
        String patientRef = condition != null
                ? condition.getPatientRef()
                : alarm.facts().map(facts -> facts.condition().getPatientRef()).orElse("");
        Instant now = clock.instant();
        Surroundings at =
                new Surroundings(now, register.placeOf(patientRef), register.ladderOf(patientRef, now), policy);
        Decision decision = Alarm.decide(alarm, input, at);
        if (decision.ignored() == null) {
            tx.save(decision.next());
            decision.effects().forEach(effect -> carryOut(tx, decision.next(), effect, now));
        }
        return decision;
    }

    private static void carryOut(AlarmTransaction tx, Alarm alarm, Effect effect, Instant now) {
        String alarmId = alarm.facts().orElseThrow().alarmId();
        if (effect instanceof Effect.Publish publish) {
            AlarmEvent event = publish.event();
            tx.post(event);
            tx.audit(new AuditEntry(
                    event.getTimeMs(), event.getActor(), event.getTransition().name(), alarmId, event.getCause()));
        } else if (effect instanceof Effect.Page page) {
            tx.post(new OutboxRow(
                    0,
                    OutboxRow.Kind.PAGE,
                    alarmId,
                    page.step().receiver(),
                    page.pageId(),
                    PageBody.of(page),
                    now.toEpochMilli()));
        } else if (effect instanceof Effect.NotPaged notPaged) {
            tx.audit(new AuditEntry(
                    now.toEpochMilli(),
                    "",
                    "NOT_PAGED",
                    alarmId,
                    notPaged.reason().id()));
        } else if (effect instanceof Effect.StartTimer start) {
            tx.startTimer(alarmId, start.timer(), start.due());
        } else if (effect instanceof Effect.CancelTimer cancel) {
            tx.cancelTimer(alarmId, cancel.timer());
        } else if (effect instanceof Effect.Note note) {
            tx.audit(new AuditEntry(now.toEpochMilli(), "", note.what().name(), alarmId, note.why()));
        } else {
            throw new IllegalStateException("no way to carry out " + effect);
        }
    }

    private void count(Decision decision) {
        Decision.Ignored ignored = decision.ignored();
        if (ignored != null) {
            metrics.ignored(ignored);
            return;
        }
        for (Effect effect : decision.effects()) {
            if (effect instanceof Effect.Publish publish) {
                AlarmEvent event = publish.event();
                metrics.transition(event.getTransition());
                LOG.info(
                        "transition={} state={} level={} seq={} alarm={}",
                        event.getTransition(),
                        event.getState(),
                        event.getLevel(),
                        event.getSeq(),
                        event.getAlarmId());
            } else if (effect instanceof Effect.NotPaged notPaged) {
                metrics.withheld(notPaged.reason());
            }
        }
    }

    private record Acknowledged(
            AcknowledgeAnswer answer, @Nullable Decision decision) {}
}
