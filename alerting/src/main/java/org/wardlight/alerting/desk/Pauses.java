package org.wardlight.alerting.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardlight.alerting.alarm.Hold;
import org.wardlight.alerting.alarm.WithheldReason;
import org.wardlight.alerting.store.Pause;

/**
 * What a patient's pauses mean for an alarm of one rule.
 *
 * @param holds what keeps it from asking anybody
 * @param audio what keeps it from sounding
 */
record Pauses(List<Hold> holds, @Nullable Hold audio) {

    static Pauses of(List<Pause> inForce, String rule) {
        List<Hold> holds = new ArrayList<>();
        List<Hold> audio = new ArrayList<>();
        for (Pause pause : inForce) {
            switch (pause.kind()) {
                case AUDIO -> audio.add(new Hold(WithheldReason.PAUSED, pause.until(), pause.upTo()));
                case ALARM -> holds.add(new Hold(WithheldReason.PAUSED, pause.until(), pause.upTo()));
                case RULE -> {
                    if (pause.rule().equals(rule)) {
                        holds.add(new Hold(WithheldReason.SILENCED, pause.until(), pause.upTo()));
                    }
                }
            }
        }
        return new Pauses(
                holds, audio.stream().max(Comparator.comparing(Hold::until)).orElse(null));
    }
}
