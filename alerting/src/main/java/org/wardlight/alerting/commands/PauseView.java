package org.wardlight.alerting.commands;

import java.util.Locale;
import org.wardlight.alerting.store.Pause;
import org.wardlight.events.AlarmWords;

/** A pause as the API shows it; the components are the fields of the JSON. Times are ms since 1970, ward time. */
record PauseView(
        String id,
        String kind,
        String patientRef,
        String rule,
        String upTo,
        long from,
        long until,
        String actor,
        String reason) {

    static PauseView of(Pause pause) {
        return new PauseView(
                pause.id(),
                pause.kind().name().toLowerCase(Locale.ROOT),
                pause.patientRef(),
                pause.rule(),
                AlarmWords.priority(pause.upTo()),
                pause.from().toEpochMilli(),
                pause.until().toEpochMilli(),
                pause.actor(),
                pause.reason());
    }
}
