package org.wardlight.alerting.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.wardlight.alerting.alarm.Alarm;
import org.wardlight.alerting.alarm.AlarmFacts;
import org.wardlight.alerting.alarm.AlarmPolicy;
import org.wardlight.alerting.alarm.Hold;
import org.wardlight.alerting.alarm.NotRaised;
import org.wardlight.alerting.alarm.WithheldReason;
import org.wardlight.alerting.store.AlarmTransaction;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.AlarmKind;
import org.wardlight.events.v1.Severity;

/** What keeps an alarm from asking anybody: the stages that it passes before a page is routed, in this order. */
final class Withholding {

    private static final List<Stage> STAGES = List.of(Withholding::inhibit, Withholding::pause, Withholding::holdOff);

    private static final String DEVICE_LOST = "device-lost";
    /** A device may come back at any time: so long nobody is asked, then it is looked at again. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    private Withholding() {}

    /** Everything that holds it, each with its reason and its end. */
    static List<Hold> holds(Occasion occasion) {
        return STAGES.stream().flatMap(stage -> stage.holds(occasion)).toList();
    }

    /** A lost device is one alarm, not one for each thing that it no longer does. What the patient has goes on. */
    private static Stream<Hold> inhibit(Occasion at) {
        String device = at.condition().getSource().getDeviceId();
        boolean derived = at.condition().getKind() == AlarmKind.TECHNICAL
                && !device.isEmpty()
                && !at.condition().getRule().equals(DEVICE_LOST);
        if (!derived || !isLost(at, device)) {
            return Stream.of();
        }
        return Stream.of(new Hold(WithheldReason.INHIBITED, at.now().plus(LOOK_AGAIN), Severity.SEVERITY_HIGH));
    }

    private static boolean isLost(Occasion at, String device) {
        return at.tx().openAlarmsOf(at.condition().getPatientRef()).stream()
                .flatMap(alarm -> alarm.facts().map(AlarmFacts::condition).stream())
                .anyMatch(open -> open.getRule().equals(DEVICE_LOST)
                        && open.getSource().getDeviceId().equals(device));
    }

    private static Stream<Hold> pause(Occasion at) {
        return at.pauses().holds().stream();
    }

    /** The same alarm, back a moment after it closed. */
    private static Stream<Hold> holdOff(Occasion at) {
        Duration lasting = at.policy().times().holdOff();
        return at.alarm() instanceof NotRaised
                ? at.tx().closedSince(at.condition(), at.now().minus(lasting)).stream()
                        .map(closed ->
                                new Hold(WithheldReason.HOLD_OFF, closed.at().plus(lasting), closed.severity()))
                : Stream.of();
    }

    /** One of the stages. */
    @FunctionalInterface
    private interface Stage {
        Stream<Hold> holds(Occasion occasion);
    }

    /** An alarm that would ask somebody. */
    record Occasion(
            AlarmTransaction tx,
            Alarm alarm,
            AlarmCondition condition,
            Pauses pauses,
            AlarmPolicy policy,
            Instant now) {}
}
