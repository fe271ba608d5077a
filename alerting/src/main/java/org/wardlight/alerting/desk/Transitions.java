package org.wardlight.alerting.desk;

import java.time.Instant;
import java.util.List;
import org.wardlight.alerting.alarm.Alarm;
import org.wardlight.alerting.alarm.AlarmFacts;
import org.wardlight.alerting.alarm.AlarmInput;
import org.wardlight.alerting.alarm.AlarmPolicy;
import org.wardlight.alerting.alarm.Decision;
import org.wardlight.alerting.alarm.Effect;
import org.wardlight.alerting.alarm.Hold;
import org.wardlight.alerting.alarm.NotRaised;
import org.wardlight.alerting.alarm.Surroundings;
import org.wardlight.alerting.alarm.WithheldReason;
import org.wardlight.alerting.store.AlarmTransaction;
import org.wardlight.alerting.store.AuditEntry;
import org.wardlight.alerting.store.OutboxRow;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmEvent;

/** Decides inputs and carries out what was decided, inside the transaction that stores it. */
final class Transitions {

    private final WardRegister register;
    private final AlarmPolicy policy;

    Transitions(WardRegister register, AlarmPolicy policy) {
        this.register = register;
        this.policy = policy;
    }

    /** One input of an alarm that has been raised, or of none. */
    Decision apply(AlarmTransaction tx, Alarm alarm, AlarmInput input, Instant now) {
        AlarmCondition condition = alarm.facts().map(AlarmFacts::condition).orElse(AlarmCondition.getDefaultInstance());
        return apply(tx, alarm, input, condition, now);
    }

    /** Whether somebody is on the rota that this alarm goes by now; an alarm that is not known is nobody's. */
    boolean isOnRota(Alarm alarm, AlarmCommand command, Instant now) {
        return alarm.facts()
                .map(facts -> register.isOnRota(
                        facts.condition().getPatientRef(), command.by().actor(), now))
                .orElse(true);
    }

    /** A record of a condition. */
    Decision condition(AlarmTransaction tx, AlarmCondition condition, Instant now) {
        Alarm alarm = tx.alarmOf(condition).orElseGet(NotRaised::new);
        return apply(tx, alarm, AlarmInput.of(condition), condition, now);
    }

    private Decision apply(AlarmTransaction tx, Alarm alarm, AlarmInput input, AlarmCondition condition, Instant now) {
        Decision decision = Alarm.decide(alarm, input, surroundings(tx, alarm, condition, now));
        if (decision.ignored() == null) {
            tx.save(decision.next(), now);
            String alarmId = decision.next().facts().orElseThrow().alarmId();
            decision.effects().forEach(effect -> carryOut(tx, alarmId, effect, now));
        }
        return decision;
    }

    private Surroundings surroundings(AlarmTransaction tx, Alarm alarm, AlarmCondition condition, Instant now) {
        String patientRef = condition.getPatientRef();
        Pauses pauses = Pauses.of(tx.pauses(patientRef, now), condition.getRule());
        List<Hold> holds = Withholding.holds(new Withholding.Occasion(tx, alarm, condition, pauses, policy, now));
        return new Surroundings(
                now, register.placeOf(patientRef), register.ladderOf(patientRef, now), policy, holds, pauses.audio());
    }

    private void carryOut(AlarmTransaction tx, String alarmId, Effect effect, Instant now) {
        if (effect instanceof Effect.Publish publish) {
            AlarmEvent event = publish.event();
            tx.post(event);
            String what = event.getTransition().name();
            tx.audit(new AuditEntry(now.toEpochMilli(), event.getActor(), what, alarmId, event.getCause()));
        } else if (effect instanceof Effect.Page page) {
            page(tx, page, now);
        } else if (effect instanceof Effect.NotPaged notPaged) {
            tx.audit(entry(now, "NOT_PAGED", alarmId, notPaged.reason().id()));
        } else if (effect instanceof Effect.StartTimer start) {
            tx.startTimer(alarmId, start.timer(), start.due());
        } else if (effect instanceof Effect.CancelTimer cancel) {
            tx.cancelTimer(alarmId, cancel.timer());
        } else if (effect instanceof Effect.Undelivered undelivered) {
            undelivered(tx, undelivered.receiver(), now);
        } else if (effect instanceof Effect.Note note) {
            tx.audit(entry(now, note.what().name(), alarmId, note.why()));
        } else {
            throw new IllegalStateException("no way to carry out " + effect);
        }
    }

    /** A reminder to a receiver that has not taken the page before would only lengthen its queue. */
    private static void page(AlarmTransaction tx, Effect.Page page, Instant now) {
        String alarmId = page.alarm().alarmId();
        String receiver = page.step().receiver();
        if (page.isToEverybody() && tx.isOnItsWay(alarmId, receiver, page.level())) {
            tx.audit(entry(now, "NOT_PAGED", alarmId, WithheldReason.STILL_ON_ITS_WAY.id() + ": " + receiver));
            return;
        }
        tx.post(new OutboxRow(
                0, OutboxRow.Kind.PAGE, alarmId, receiver, page.pageId(), PageBody.of(page), now.toEpochMilli()));
    }

    private void undelivered(AlarmTransaction tx, String receiver, Instant now) {
        AlarmCondition condition = PagingTrouble.begins(receiver, now);
        if (tx.alarmOf(condition).isEmpty()) {
            condition(tx, condition, now);
        }
    }

    /** A receiver takes pages again. */
    void delivered(AlarmTransaction tx, String receiver, Instant now) {
        tx.alarmOf(PagingTrouble.begins(receiver, now))
                .flatMap(Alarm::facts)
                .ifPresent(facts -> condition(tx, PagingTrouble.ends(facts.condition(), now), now));
    }

    private static AuditEntry entry(Instant now, String what, String alarmId, String why) {
        return new AuditEntry(now.toEpochMilli(), "", what, alarmId, why);
    }
}
