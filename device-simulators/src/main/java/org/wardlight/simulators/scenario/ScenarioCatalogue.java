package org.wardlight.simulators.scenario;

import java.util.List;
import org.wardlight.simulators.device.DeviceProfile;
import org.wardlight.simulators.scenario.Scenario.Event;

/** Every scenario there is. */
final class ScenarioCatalogue {

    private static final int PROBE_BED = 3;
    private static final int DROPOUT_BED = 13;

    static final List<Scenario> ALL = List.of(
            Scenario.of(
                    "ward",
                    "A ward with one decline",
                    "Bed 7 (or the last bed) declines as in sepsis, a probe falls off in bed 3, the device of bed 13"
                            + " loses its Wi-Fi for a minute, everybody else is stable.",
                    declining(Mishap.SEPSIS),
                    Event.onlyIn(PROBE_BED, Mishap.PROBE_OFF),
                    Event.onlyIn(DROPOUT_BED, Mishap.DROPOUT)),
            Scenario.of("stable", "Everybody stable", "Nothing happens, and nobody may be called."),
            Scenario.of(
                    "sepsis",
                    "Sepsis-like decline",
                    "From one minute on the patient of bed 7 (or the last bed) gets a fast heart, fast breathing, low"
                            + " oxygen, fever and low pressure.",
                    declining(Mishap.SEPSIS)),
            Scenario.of(
                    "opioid",
                    "Opioid respiratory depression",
                    "From one minute on the patient of bed 7 (or the last bed) breathes ever more slowly, and oxygen"
                            + " follows.",
                    declining(Mishap.OPIOID)),
            Scenario.of(
                    "haemorrhage",
                    "Haemorrhage",
                    "From one minute on the patient of bed 7 (or the last bed) loses pressure; heart and breathing get"
                            + " fast within two minutes.",
                    declining(Mishap.HAEMORRHAGE)),
            Scenario.of(
                    "fever",
                    "Fever",
                    "From one minute on the patient of bed 7 (or the last bed) gets a fever above 39 °C within seven"
                            + " minutes; the limit waits ten more.",
                    declining(Mishap.FEVER)),
            Scenario.of(
                            "irregular-pulse",
                            "Irregular pulse",
                            "From one minute on the beats of the patient of bed 7 (or the last bed), who wears a chest patch,"
                                    + " lose their order and the pulse wanders. No limit is broken, and nobody may be called.",
                            declining(Mishap.IRREGULAR_PULSE))
                    .with(DeviceProfile.CHEST_PATCH),
            Scenario.of(
                            "hypoglycaemia",
                            "Falling glucose",
                            "The patient of bed 7 (or the last bed) wears a glucose monitor; from one minute on glucose falls"
                                    + " to 46 mg/dL within eighteen minutes (a case for --speed).",
                            declining(Mishap.HYPOGLYCAEMIA))
                    .with(DeviceProfile.CGM),
            Scenario.of(
                    "storm",
                    "Everybody declines",
                    "From one minute on every patient of the ward declines as in sepsis: a storm of alarms.",
                    Event.everywhere(Mishap.SEPSIS)),
            Scenario.of(
                    "probe-off",
                    "Probe falls off",
                    "After 40 seconds the oximeter of bed 3 (or the last bed) reports its probe off; the other signals"
                            + " go on.",
                    Event.in(PROBE_BED, Mishap.PROBE_OFF)),
            Scenario.of(
                    "motion-artefact",
                    "Motion artefact",
                    "After 40 seconds the patient of bed 3 (or the last bed) moves for three minutes: flagged readings"
                            + " of low quality jump about, and nobody may be called.",
                    Event.in(PROBE_BED, Mishap.MOTION)),
            Scenario.of(
                    "dropout",
                    "Wi-Fi lost, then replay",
                    "After 45 seconds the device of bed 13 (or the last bed) is without network for a minute, then"
                            + " sends what it stored at twenty times the speed while going on live.",
                    Event.in(DROPOUT_BED, Mishap.DROPOUT)),
            Scenario.of(
                    "silent",
                    "Everything falls silent",
                    "After 45 seconds every device of the ward stops.",
                    Event.everywhere(Mishap.SILENCE)),
            Scenario.of(
                    "duplicates",
                    "Everything twice",
                    "Every message of every device arrives twice within a second, and some arrive after what came"
                            + " later; nothing may be counted twice or lost.",
                    Event.everywhere(Mishap.REPEATS)),
            Scenario.of(
                    "clock-skew",
                    "Wrong clocks",
                    "The clock of the device in bed 7 (or the last bed) is seven minutes fast, that in bed 3 four minutes"
                            + " slow.",
                    Event.in(Scenario.DECLINE_BED, Mishap.CLOCK_AHEAD),
                    Event.onlyIn(PROBE_BED, Mishap.CLOCK_BEHIND)),
            Scenario.of(
                    "low-battery",
                    "Battery nearly empty",
                    "The device of bed 13 (or the last bed) starts with a charge of 22 % and loses 2 % a minute.",
                    Event.in(DROPOUT_BED, Mishap.LOW_BATTERY)),
            Scenario.of(
                    "swapped-beds",
                    "Devices swapped",
                    "After a minute somebody exchanges the devices of beds 1 and 2 without telling the register: from"
                            + " then on each shows the other patient.",
                    Event.onlyIn(1, Mishap.exchangeWith(2)),
                    Event.onlyIn(2, Mishap.exchangeWith(1))));

    private ScenarioCatalogue() {}

    private static Event declining(Mishap mishap) {
        return Event.in(Scenario.DECLINE_BED, mishap);
    }
}
