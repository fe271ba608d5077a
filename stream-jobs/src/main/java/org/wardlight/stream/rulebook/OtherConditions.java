package org.wardlight.stream.rulebook;

import static org.wardlight.stream.rulebook.AlarmReference.time;

import java.util.List;
import org.wardlight.events.AlarmWords;
import org.wardlight.stream.device.DeviceTrouble;
import org.wardlight.stream.quality.SignalQuality;
import org.wardlight.stream.signal.SignalWatch;

/** The conditions that no care profile says: told in words, with the constants that the job uses. */
final class OtherConditions {

    private static final String PROPOSAL = "Wardlight proposal";
    private static final String RCP = "Royal College of Physicians, NEWS2, 2017";

    private OtherConditions() {}

    /** One condition. */
    record Row(String rule, String priority, String when, String ends, String source) {}

    static List<Row> ofThePatient() {
        return List.of(
                new Row(
                        "news2",
                        "medium, high",
                        "known points 5 or 6 or a single 3: medium; 7 or more: high; in two evaluations in a row, or one that jumps"
                                + " by 3",
                        "15 min below",
                        RCP + "; two evaluations, 15 min: " + PROPOSAL),
                new Row(
                        "news2-incomplete",
                        "low",
                        "for 15 min the missing inputs could change the risk band",
                        "when they no longer could",
                        PROPOSAL),
                new Row(
                        "advisory-<model>",
                        "medium",
                        "a promoted model at or above its threshold for its own delay",
                        "15 min below",
                        "the model's card"),
                new Row(
                        "unusual-for-patient",
                        "low",
                        "for 5 min farther than 3.5 robust deviations from what is usual for this patient, known after 6 h; inside"
                                + " the limits this is a hint, outside the limit speaks as well",
                        "5 min inside",
                        "Iglewicz and Hoaglin, 1993; times: " + PROPOSAL),
                new Row(
                        "baseline-drift",
                        "low",
                        "what is usual for this patient has moved by more than a tenth within a day",
                        "30 min within",
                        PROPOSAL));
    }

    static List<Row> technical() {
        String overAfter = "a minute after the last one, with a message";
        return List.of(
                new Row(
                        "device-lost",
                        priority(DeviceTrouble.DEVICE_LOST),
                        "no live message for as long as its first signal may be silent; after it was put on, for "
                                + time(SignalWatch.FIRST_READING_WITHIN_MILLIS)
                                + " at least. Its signals are not told one by one",
                        "with the next live message",
                        "IEC 60601-1-8: a failing source is a technical alarm; " + PROPOSAL),
                new Row(
                        "no-signal",
                        "medium",
                        "no live reading of an expected vital for its time-out",
                        "with the next live reading",
                        PROPOSAL),
                new Row("sensor-off", "medium", "the device says so", "when it no longer does", "ISO/IEEE 11073-10101"),
                new Row(
                        "signal-unusable",
                        "medium",
                        "nothing but unusable readings of a vital for " + time(SignalWatch.UNUSABLE_AFTER_MILLIS)
                                + ", or its time-out if that is longer",
                        "with the next usable one",
                        PROPOSAL),
                new Row(
                        "flatline",
                        "low",
                        "heart or pulse rate exactly the same in 30 readings or more, see below: a frozen sensor, or a pacemaker",
                        "when it changes",
                        PROPOSAL),
                new Row(
                        "clock-wrong",
                        priority(DeviceTrouble.CLOCK_WRONG),
                        "a device time more than 5 s ahead or 7 days back; the reading is judged at its arrival",
                        overAfter,
                        PROPOSAL),
                new Row(
                        "data-loss",
                        priority(DeviceTrouble.DATA_LOSS),
                        "a number is missing among the messages of a device for 1 s",
                        overAfter,
                        PROPOSAL),
                new Row(
                        "unassigned-device",
                        priority(DeviceTrouble.UNASSIGNED),
                        "a device sends and nobody is known to wear it",
                        "a minute after its last message, or when somebody wears it",
                        PROPOSAL),
                new Row(
                        "sources-disagree",
                        "low",
                        "for 30 s two sources are apart by more than 20 /min (ECG and pulse), 8 /min (breathing) or 5 % (SpO2);"
                                + " meanwhile a slow pulse gives no points in NEWS2",
                        "30 s together",
                        PROPOSAL),
                new Row(
                        "two-devices",
                        "low",
                        "two devices deliver one vital of a patient for 2 min",
                        "2 min later",
                        PROPOSAL));
    }

    static String quality() {
        return "A reading is used for limits and scores unless the device gives it a quality under "
                + SignalQuality.USABLE_PERCENT
                + " %, or, without a quality, marks it as moved or measured more than " + SignalQuality.MOTION_ABOVE_G
                + " g of motion with it. A rhythm that a device declares is always used; low perfusion excludes nothing. A value"
                + " that jumps farther than the largest step waits for the next one: close to the jump, both are used; close to"
                + " the value before, the jump was an artefact. What counts at once waits for nothing. Readings that are not used"
                + " are counted, kept for trends and shown as such.\n";
    }

    private static String priority(DeviceTrouble trouble) {
        return AlarmWords.priority(trouble.severity());
    }
}
