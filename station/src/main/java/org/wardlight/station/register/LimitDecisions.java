package org.wardlight.station.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.v1.Authorship;
import org.wardlight.events.v1.CareProfile;
import org.wardlight.events.v1.LimitLevel;
import org.wardlight.events.v1.LimitRule;
import org.wardlight.events.v1.LimitSide;
import org.wardlight.events.v1.PatientLimits;
import org.wardlight.station.plan.WardPlan.Occupant;
import org.wardlight.station.register.RegisterRefusal.Reason;

/** What is normal for one patient: limits, care profile, SpO2 scale. */
final class LimitDecisions {

    private LimitDecisions() {}

    static Decision limits(Ward ward, String patientRef, List<RuleLevels> wanted, @Nullable Long seen)
            throws RegisterRefusal {
        Stay stay = ward.openStay(patientRef);
        PatientLimits before = ward.state().limits(patientRef).orElseThrow();
        ward.checkSeen(seen, before.getRevision(), "these limits");
        List<LimitRule> rules = new ArrayList<>(before.getRulesList());
        for (RuleLevels one : wanted) {
            int index = indexOf(rules, one.rule());
            rules.set(index, with(rules.get(index), one.levels()));
        }
        LimitChecks.checkRoom(rules);
        return limits(ward, stay, before, rules);
    }

    /** Another care profile, and its limits in place of all that were set. */
    static Decision careProfile(Ward ward, String patientRef, String id) throws RegisterRefusal {
        Stay stay = ward.openStay(patientRef);
        CareProfile profile = StayDecisions.careProfile(id);
        Occupant who = stay.occupant();
        Occupant as = who.judgedBy(id);
        List<Change> changes = new ArrayList<>();
        if (!as.equals(who)) {
            changes.add(new Change.StayPut(
                    stay.described(as, stay.scaleOrder(), ward.by().revisionAfter(stay.revision()))));
        }
        PatientLimits before = ward.state().limits(patientRef).orElseThrow();
        Decision limits = limits(ward, stay, before, profile.getRulesList());
        changes.addAll(limits.changes());
        String with = limits.changes().isEmpty() ? "" : ", " + limits.what();
        return new Decision(changes, "care profile " + id + with, "bed " + stay.bedId());
    }

    /** SpO2 scale 2 takes an order: who gave it stands in the record of the patient. */
    static Decision scale(Ward ward, String patientRef, int scale, String orderedBy) throws RegisterRefusal {
        Stay stay = ward.openStay(patientRef);
        if (scale != 1 && scale != 2) {
            throw new RegisterRefusal(Reason.INVALID, "The SpO2 scale is 1 or 2.");
        }
        Authorship order = scale == 1
                ? null
                : ward.by().authorship().toBuilder().setActor(orderedBy).build();
        Occupant who = stay.occupant();
        if (who.spo2Scale() == scale && Objects.equals(stay.scaleOrder(), order)) {
            return Decision.NOTHING;
        }
        Occupant as = who.onScale(scale);
        Stay after = stay.described(as, order, ward.by().revisionAfter(stay.revision()));
        return new Decision(
                List.of(new Change.StayPut(after)),
                "SpO2 scale " + scale + " ordered by " + orderedBy,
                "bed " + stay.bedId());
    }

    private static Decision limits(Ward ward, Stay stay, PatientLimits before, List<LimitRule> rules) {
        if (before.getRulesList().equals(rules)) {
            return Decision.NOTHING;
        }
        PatientLimits after = before.toBuilder()
                .clearRules()
                .addAllRules(rules)
                .setRevision(ward.by().revisionAfter(before.getRevision()))
                .setBy(ward.by().authorship())
                .build();
        return new Decision(
                List.of(new Change.LimitsPut(after)),
                "limits set: " + LimitWords.changed(before.getRulesList(), rules),
                "bed " + stay.bedId());
    }

    /** Threshold and delay are set for a patient; what else the level of that severity asks for goes on. */
    private static LimitLevel over(LimitRule rule, LimitLevel wanted) {
        LimitLevel.Builder level = rule.getLevelsList().stream()
                .filter(known -> known.getSeverity() == wanted.getSeverity())
                .findFirst()
                .map(LimitLevel::toBuilder)
                .orElseGet(LimitLevel::newBuilder)
                .mergeFrom(wanted)
                .setThreshold(wanted.getThreshold())
                .setOnDelayMs(wanted.getOnDelayMs());
        double further = level.getSoonerBeyond() - wanted.getThreshold();
        boolean outside = rule.getSide() == LimitSide.LOW ? further < 0 : further > 0;
        if (!outside || level.getSoonerOnDelayMs() > wanted.getOnDelayMs()) {
            level.clearSoonerBeyond().clearSoonerOnDelayMs();
        }
        return level.build();
    }

    private static int indexOf(List<LimitRule> rules, String id) throws RegisterRefusal {
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).getRule().equals(id)) {
                return i;
            }
        }
        throw new RegisterRefusal(Reason.INVALID, "The care profile has no rule " + id + ".");
    }

    private static LimitRule with(LimitRule rule, List<LimitLevel> levels) throws RegisterRefusal {
        List<LimitLevel> wanted =
                levels.stream().map(level -> over(rule, level)).toList();
        if (rule.getLevelsList().equals(wanted)) {
            return rule;
        }
        LimitRule changed = rule.toBuilder()
                .clearLevels()
                .addAllLevels(wanted)
                .setSource("set for this patient")
                .build();
        LimitChecks.check(changed);
        return changed;
    }
}
