package org.wardlight.alerting.desk;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wardlight.alerting.alarm.Alarm;
import org.wardlight.alerting.alarm.Decision;
import org.wardlight.alerting.alarm.NotRaised;
import org.wardlight.alerting.desk.CommandAnswer.Outcome;
import org.wardlight.alerting.store.AlarmTransaction;
import org.wardlight.alerting.store.AlarmTransaction.GivenAnswer;
import org.wardlight.alerting.store.AuditEntry;

/**
 * Commands within one transaction; one that comes again with its key gets the answer that it got before. Whoever is not on
 * the rota takes an alarm only with a reason: a wrong ward on the screen is likelier than help from elsewhere.
 */
final class CommandDesk {

    private final AlarmTransaction tx;
    private final Transitions transitions;
    private final Instant now;

    CommandDesk(AlarmTransaction tx, Transitions transitions, Instant now) {
        this.tx = tx;
        this.transitions = transitions;
        this.now = now;
    }

    Result take(AlarmCommand command, Function<Alarm, String> render) {
        String key = command.idempotencyKey();
        Optional<GivenAnswer> given = key.isEmpty() ? Optional.empty() : tx.answer(key);
        if (given.isPresent()) {
            return new Result(repeated(given.get(), command), Optional.empty());
        }
        Alarm alarm = tx.alarm(command.alarmId()).orElseGet(NotRaised::new);
        if (command.takesIt() && command.by().reason().isBlank() && !transitions.isOnRota(alarm, command, now)) {
            tx.audit(audit(command, "REFUSED", "off the rota"));
            return new Result(CommandAnswer.of(Outcome.OFF_ROTA), Optional.empty());
        }
        Decision decision = transitions.apply(tx, alarm, command.input(), now);
        Outcome outcome = outcome(decision.ignored());
        if (outcome != Outcome.DONE) {
            return new Result(CommandAnswer.of(outcome), Optional.of(decision));
        }
        if (command.notActionable()) {
            tx.audit(audit(command, "NOT_ACTIONABLE", command.by().reason()));
        }
        CommandAnswer answer = new CommandAnswer(outcome, render.apply(decision.next()));
        if (!key.isEmpty()) {
            tx.keepAnswer(key, new GivenAnswer(command.fingerprint(), answer.body()), now);
        }
        return new Result(answer, Optional.of(decision));
    }

    private AuditEntry audit(AlarmCommand command, String what, String why) {
        return new AuditEntry(now.toEpochMilli(), command.by().actor(), what, command.alarmId(), why);
    }

    private static CommandAnswer repeated(GivenAnswer given, AlarmCommand command) {
        return given.request().equals(command.fingerprint())
                ? new CommandAnswer(Outcome.DONE, given.response())
                : CommandAnswer.of(Outcome.KEY_REUSED);
    }

    private static Outcome outcome(Decision.@Nullable Ignored ignored) {
        if (ignored == null) {
            return Outcome.DONE;
        }
        return switch (ignored) {
            case ALREADY_ACKNOWLEDGED, ALREADY_ACCEPTED -> Outcome.DONE;
            case UNKNOWN -> Outcome.UNKNOWN;
            case CLOSED -> Outcome.CLOSED;
            default -> Outcome.NOT_ASKED;
        };
    }

    /** What became of a command, and what was decided now. */
    record Result(CommandAnswer answer, Optional<Decision> decision) {}
}
