package org.wardlight.station.board;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.AlarmWords;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmEvent;
import org.wardlight.events.v1.AlarmState;
import org.wardlight.events.v1.AlarmTransition;
import org.wardlight.events.v1.ConditionPhase;
import org.wardlight.events.v1.DecidingReading;
import org.wardlight.station.board.Alarm.Deciding;
import org.wardlight.station.board.Alarm.Responsibility;

/**
 * Every open alarm and the last closed ones. Each event carries the whole state of its alarm, so the one with the highest
 * number is the alarm.
 */
final class Alarms {

    private static final int CLOSED_KEPT = 200;

    private static final Comparator<Alarm> WORST_FIRST = Comparator.comparingInt(Alarms::acknowledgement)
            .thenComparing(Comparator.comparingInt(Alarms::weight).reversed())
            .thenComparing(Comparator.comparingLong(Alarm::raised).reversed());

    private static final Comparator<Alarm> NEWEST_FIRST =
            Comparator.comparingLong(Alarm::raised).reversed();

    private final Map<String, Alarm> open = new HashMap<>();
    private final Map<String, Alarm> closed = new LinkedHashMap<>();

    /** The alarm after this event; empty when something newer is known of it. */
    Optional<Alarm> apply(AlarmEvent event, Place place) {
        Alarm known = known(event.getAlarmId());
        if (known != null && known.seq() >= event.getSeq()) {
            return Optional.empty();
        }
        Alarm alarm = alarm(event, known, place);
        open.remove(alarm.id());
        closed.remove(alarm.id());
        if (event.getState() == AlarmState.CLOSED) {
            closed.put(alarm.id(), alarm);
            dropOldest();
        } else {
            open.put(alarm.id(), alarm);
        }
        return Optional.of(alarm);
    }

    /** The open alarms of a patient are wherever the patient lies. */
    void follow(String patientRef, String bed) {
        open.replaceAll((id, alarm) -> alarm.patientRef().equals(patientRef) ? alarm.in(bed) : alarm);
    }

    Optional<Alarm> find(String id) {
        return Optional.ofNullable(known(id));
    }

    List<Alarm> open() {
        return open.values().stream().sorted(WORST_FIRST).toList();
    }

    List<Alarm> openOf(String patientRef) {
        return open.values().stream()
                .filter(a -> a.patientRef().equals(patientRef))
                .sorted(WORST_FIRST)
                .toList();
    }

    /** Closed ones, newest first. */
    List<Alarm> closed() {
        return closed.values().stream().sorted(NEWEST_FIRST).toList();
    }

    List<Alarm> allOf(String patientRef) {
        return Stream.concat(open.values().stream(), closed.values().stream())
                .filter(a -> a.patientRef().equals(patientRef))
                .sorted(NEWEST_FIRST)
                .toList();
    }

    private @Nullable Alarm known(String id) {
        Alarm alarm = open.get(id);
        return alarm == null ? closed.get(id) : alarm;
    }

    private void dropOldest() {
        if (closed.size() > CLOSED_KEPT) {
            Iterator<String> oldest = closed.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    private static int acknowledgement(Alarm alarm) {
        return alarm.isUnacknowledged() ? 0 : 1;
    }

    private static int weight(Alarm alarm) {
        return alarm.marks().length();
    }

    private static Alarm alarm(AlarmEvent event, @Nullable Alarm known, Place place) {
        AlarmCondition c = event.getCondition();
        return new Alarm(
                event.getAlarmId(),
                c.getPatientRef(),
                place.ward(),
                place.bed(),
                c.getRule(),
                AlarmWords.kind(c.getKind()),
                AlarmWords.priority(c.getSeverity()),
                AlarmWords.marks(c.getKind(), c.getSeverity()),
                AlarmWords.state(event.getState()),
                text(c, place),
                c.getOnsetMs(),
                event.getRaisedMs(),
                // The condition's own time moves on with its updates; an alarm was due once.
                known == null ? c.getDueMs() : known.due(),
                ended(event, known),
                c.getInputStale(),
                event.getLevel(),
                Words.textOrNull(event.getRecipient()),
                event.hasNextEscalationMs() ? event.getNextEscalationMs() : null,
                responsibility(event),
                Words.textOrNull(event.getAcknowledgedBy()),
                event.hasAcknowledgedMs() ? event.getAcknowledgedMs() : null,
                c.hasObserved() ? c.getObserved() : null,
                c.hasLimit() ? c.getLimit() : null,
                deciding(c),
                event.getSeq());
    }

    private static Responsibility responsibility(AlarmEvent event) {
        return new Responsibility(
                AlarmWords.responsibility(event.getResponsibility()),
                Words.textOrNull(event.getAcceptedBy()),
                event.hasAcceptedMs() ? event.getAcceptedMs() : null,
                event.hasHeldUntilMs() ? event.getHeldUntilMs() : null,
                Words.textOrNull(event.getHeldBecause()),
                event.hasAudioPausedUntilMs() ? event.getAudioPausedUntilMs() : null);
    }

    /** On the board the device is named where there is no bed to look at; a page never names it. */
    private static String text(AlarmCondition condition, Place place) {
        String words = AlarmWords.of(condition);
        boolean nowhere =
                place.bed().isEmpty() && !condition.getSource().getDeviceId().isEmpty();
        return nowhere ? condition.getSource().getDeviceId() + ": " + words : words;
    }

    private static @Nullable Long ended(AlarmEvent event, @Nullable Alarm known) {
        boolean over = event.getState() == AlarmState.LATCHED || event.getState() == AlarmState.CLOSED;
        if (!over || event.getTransition() == AlarmTransition.REACTIVATED) {
            return null;
        }
        if (known != null && known.ended() != null) {
            return known.ended();
        }
        AlarmCondition condition = event.getCondition();
        return condition.getPhase() == ConditionPhase.CONDITION_END ? condition.getDueMs() : event.getTimeMs();
    }

    private static @Nullable Deciding deciding(AlarmCondition condition) {
        DecidingReading by = condition.getDecidedBy();
        if (by.getDeviceId().isEmpty()) {
            return null;
        }
        boolean counted = by.getContentHash().isEmpty();
        return new Deciding(
                by.getDeviceId(), counted ? by.getBoot() : null, counted ? by.getSeq() : null, by.getDeviceTimeMs());
    }

    /** Where an alarm is, as far as anybody says. */
    record Place(String ward, String bed) {}
}
