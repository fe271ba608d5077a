package org.wardlight.app.limits;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.Association;
import org.wardlight.events.v1.CareProfile;
import org.wardlight.events.v1.ConditionPhase;
import org.wardlight.events.v1.DeviceRegistration;
import org.wardlight.events.v1.ExpectedSignal;
import org.wardlight.events.v1.LimitRule;
import org.wardlight.events.v1.LimitSide;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Observation;
import org.wardlight.events.v1.PatientLimits;
import org.wardlight.events.v1.RawRecord;
import org.wardlight.events.v1.RegisterChange;
import org.wardlight.events.v1.Sequence;
import org.wardlight.simulators.recording.RecordedProfile;
import org.wardlight.simulators.recording.Recording;
import org.wardlight.stream.device.DeviceMemory;
import org.wardlight.stream.device.DevicePolicy;
import org.wardlight.stream.device.Tally;

/** Lets the job's own core judge one recording, and notes what a plain threshold would have said of the same readings. */
final class RecordingJudge {

    private static final long START = 1_800_000_000_000L;
    private static final String DEVICE = "recording";
    private static final String PATIENT = "p-00000000000000000000000000000001";

    private final CareProfile limits;
    private final RecordedProfile profile;
    private final DeviceMemory core;
    private final List<AlarmCondition> conditions = new ArrayList<>();
    private final Map<LimitRule, Breach> open = new LinkedHashMap<>();
    private final List<Breach> breaches = new ArrayList<>();
    private boolean spoilt;

    RecordingJudge(CareProfile limits, RecordedProfile profile) {
        this.limits = limits;
        this.profile = profile;
        this.core = new DeviceMemory(
                DevicePolicy.STANDARD,
                new DeviceMemory.Hearers(numeric -> {}, conditions::add, change -> {}, this::count));
    }

    /** Plays it once at its own pace. */
    RecordingJudge play(Recording recording) {
        core.apply(DEVICE, worn());
        core.apply(DEVICE, limits());
        long step = recording.step().toMillis();
        for (int i = 0; i < recording.rows().size(); i++) {
            long at = START + (i + 1) * step;
            spoilt = false;
            List<Measurement> readings =
                    recording.read(profile.device().signals(), Instant.ofEpochMilli(at), Duration.ofMillis(i * step));
            core.apply(DEVICE, message(i + 1L, at, readings));
            readings.forEach(this::noteBreaches);
        }
        breaches.addAll(open.values());
        return this;
    }

    /** Every alarm of a plain threshold. */
    List<Breach> breaches() {
        return breaches;
    }

    /** Whether a condition of its rule began during a breach; its last reading may be the one that decides. */
    boolean isRaised(Breach breach) {
        return conditions.stream()
                .filter(condition -> isOf(condition, breach) && isStart(condition))
                .anyMatch(start ->
                        start.getDueMs() > breach.fromMillis() && start.getDueMs() <= breach.toMillis() + 1_000);
    }

    /** Whether a condition of its rule was open when it began. */
    boolean isWithinACondition(Breach breach) {
        @Nullable AlarmCondition last = null;
        for (AlarmCondition condition : conditions) {
            if (isOf(condition, breach) && condition.getDueMs() <= breach.fromMillis()) {
                last = condition;
            }
        }
        return last != null && last.getPhase() != ConditionPhase.CONDITION_END;
    }

    private void count(Tally tally) {
        spoilt |= tally == Tally.UNUSABLE_READING || tally == Tally.STEP_REJECTED;
    }

    private void noteBreaches(Measurement reading) {
        if (!reading.hasValue()) {
            return;
        }
        for (LimitRule rule : limits.getRulesList()) {
            if (rule.getVital() == reading.getVital()) {
                noteBreach(rule, reading);
            }
        }
    }

    private void noteBreach(LimitRule rule, Measurement reading) {
        double threshold = rule.getLevels(0).getThreshold();
        boolean violated =
                rule.getSide() == LimitSide.LOW ? reading.getValue() < threshold : reading.getValue() > threshold;
        Breach known = open.get(rule);
        long at = reading.getDeviceTimeMs();
        if (violated) {
            boolean doubtful = spoilt || (known != null && known.spoilt());
            open.put(rule, new Breach(rule, known == null ? at : known.fromMillis(), at, doubtful));
        } else if (known != null) {
            open.remove(rule);
            // A jump that is rejected is known to be one only with the reading after it.
            breaches.add(new Breach(rule, known.fromMillis(), known.toMillis(), known.spoilt() || spoilt));
        }
    }

    private static boolean isOf(AlarmCondition condition, Breach breach) {
        return condition.getRule().equals(breach.rule().getRule());
    }

    private static boolean isStart(AlarmCondition condition) {
        return condition.getPhase() == ConditionPhase.CONDITION_START;
    }

    private RawRecord worn() {
        DeviceRegistration.Builder device = DeviceRegistration.newBuilder()
                .setDeviceId(DEVICE)
                .setRevision(1)
                .addAssociations(Association.newBuilder().setPatientRef(PATIENT).setFromMs(START - 1));
        profile.noSignalAfter()
                .forEach((vital, after) -> device.addSignals(
                        ExpectedSignal.newBuilder().setVital(vital).setNoSignalAfterMs(after.toMillis())));
        return RawRecord.newBuilder()
                .setRegisterChange(RegisterChange.newBuilder()
                        .setDeviceId(DEVICE)
                        .setIngestTimeMs(START)
                        .setDevice(device))
                .build();
    }

    private RawRecord limits() {
        return RawRecord.newBuilder()
                .setRegisterChange(RegisterChange.newBuilder()
                        .setDeviceId(DEVICE)
                        .setIngestTimeMs(START)
                        .setLimits(PatientLimits.newBuilder()
                                .setPatientRef(PATIENT)
                                .setRevision(1)
                                .addAllRules(limits.getRulesList())))
                .build();
    }

    private static RawRecord message(long seq, long at, List<Measurement> readings) {
        return RawRecord.newBuilder()
                .setObservation(Observation.newBuilder()
                        .setDeviceId(DEVICE)
                        .setSequence(Sequence.newBuilder().setBoot(1).setSeq(seq))
                        .setIngestTimeMs(at)
                        .addAllMeasurements(readings))
                .build();
    }
}
