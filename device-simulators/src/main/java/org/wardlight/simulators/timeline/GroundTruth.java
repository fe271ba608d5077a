package org.wardlight.simulators.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wardlight.events.CareProfiles;
import org.wardlight.events.v1.LimitRule;
import org.wardlight.events.v1.LimitSide;
import org.wardlight.events.v1.Measurement;
import org.wardlight.simulators.physiology.Illness;
import org.wardlight.simulators.scenario.DeviceFault;
import org.wardlight.simulators.scenario.DeviceScript;
import org.wardlight.simulators.scenario.ExpectedCondition;
import org.wardlight.simulators.scenario.Wearing;

/**
 * Finds out exactly when what a script promises shows on a device, by playing its timeline ahead once. A promise that does
 * not come true is a broken scenario and stops the run before it starts.
 */
final class GroundTruth {

    /** When the rest of an illness has reached its levels, fever still climbs for some minutes. */
    private static final Duration FEVER_CLIMBS = Duration.ofMinutes(8);

    private GroundTruth() {}

    static List<ExpectedCondition> of(DeviceTimeline.Part part) {
        List<ExpectedCondition> truth = new ArrayList<>(breaches(part));
        DeviceScript.Loss loss = part.script().loss();
        if (loss != null) {
            Instant until = loss.until() == null ? null : part.start().plus(loss.until());
            truth.add(new ExpectedCondition(
                    part.device().deviceId(),
                    ExpectedCondition.NO_SIGNAL,
                    part.start().plus(loss.from()),
                    until,
                    false));
        }
        return truth;
    }

    /** Who wears the device in the course of the run. */
    static List<Wearing> wearing(DeviceTimeline.Part part) {
        String device = part.device().deviceId();
        int bed = part.device().bedIndex();
        if (!(part.script().fault() instanceof DeviceFault.Exchange exchange)) {
            return List.of(new Wearing(device, bed, part.start(), null));
        }
        Instant at = part.start().plus(exchange.at());
        return List.of(new Wearing(device, bed, part.start(), at), new Wearing(device, exchange.otherBed(), at, null));
    }

    private static List<ExpectedCondition> breaches(DeviceTimeline.Part part) {
        List<LimitRule> rules = CareProfiles.adultWard().getRulesList().stream()
                .filter(rule -> part.script().breaches().contains(rule.getRule()))
                .filter(rule -> part.device().profile().measures(rule.getVital()))
                .toList();
        if (rules.isEmpty()) {
            return List.of();
        }
        Map<LimitRule, Instant> onsets = lastOnsets(rules, part);
        List<ExpectedCondition> breaches = new ArrayList<>();
        for (LimitRule rule : rules) {
            Instant onset = onsets.get(rule);
            if (onset == null) {
                throw new IllegalStateException("the script promises " + rule.getRule() + " but never breaks it");
            }
            breaches.add(new ExpectedCondition(part.device().deviceId(), rule.getRule(), onset, null, true));
        }
        return breaches;
    }

    /** For each rule the first reading from which on every reading violates it. */
    private static Map<LimitRule, Instant> lastOnsets(List<LimitRule> rules, DeviceTimeline.Part part) {
        DeviceTimeline timeline = new DeviceTimeline(part);
        Illness illness = part.script().illness();
        Map<LimitRule, Instant> onsets = new HashMap<>();
        Instant horizon =
                part.start().plus(illness.onset()).plus(illness.ramp()).plus(FEVER_CLIMBS);
        while (timeline.hasNext()) {
            TimedMessage message = timeline.next();
            if (message.at().isAfter(horizon)) {
                break;
            }
            for (Measurement reading : message.content().getMeasurementsList()) {
                rules.stream()
                        .filter(rule -> rule.getVital() == reading.getVital())
                        .forEach(rule -> note(rule, reading, onsets));
            }
        }
        return onsets;
    }

    private static void note(LimitRule rule, Measurement reading, Map<LimitRule, Instant> onsets) {
        if (violates(rule, reading)) {
            onsets.putIfAbsent(rule, Instant.ofEpochMilli(reading.getDeviceTimeMs()));
        } else {
            onsets.remove(rule);
        }
    }

    private static boolean violates(LimitRule rule, Measurement reading) {
        double mildest = rule.getLevels(0).getThreshold();
        return reading.hasValue()
                && (rule.getSide() == LimitSide.LOW ? reading.getValue() < mildest : reading.getValue() > mildest);
    }
}
