package org.wardlight.stream.device;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.wardlight.events.v1.DecidingReading;
import org.wardlight.events.v1.DeviceRegistration;
import org.wardlight.events.v1.LimitRule;
import org.wardlight.events.v1.LimitSide;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Observation;
import org.wardlight.events.v1.PatientLimits;
import org.wardlight.events.v1.QuarantinedObservation;
import org.wardlight.events.v1.RawRecord;
import org.wardlight.events.v1.RegisterChange;
import org.wardlight.events.v1.Vital;
import org.wardlight.events.v1.VitalNumeric;
import org.wardlight.stream.attribution.AssociationBook;
import org.wardlight.stream.attribution.DeviceClock;
import org.wardlight.stream.device.UnassignedReadings.Waiting;
import org.wardlight.stream.sequence.HeldMessage;
import org.wardlight.stream.sequence.SequenceOrder;

/**
 * Lives through the history of one device, record by record.
 *
 * <p>Before a record of ingest time t is applied, everything that fell due up to t is done first, in due order. What comes
 * out is therefore a function of the device's own records alone: the same log gives the same conditions at any speed, and
 * wherever a watermark happens to fall. A timer only has to call {@link #advance} when no record comes.
 *
 * @see <a href="../../../../../../../../docs/adr/0003-run-on-three-clocks-and-a-tick.md">ADR 3</a>
 */
final class DeviceHistory {

    private final DevicePolicy policy;
    private final DeviceState state;
    private final Consumer<DeviceOutput> out;
    private final SequenceOrder order;
    private final DeviceClock clock;
    private final WearerWatch watch;
    private final UnassignedReadings unassigned;

    DeviceHistory(DevicePolicy policy, DeviceState state, Consumer<DeviceOutput> out) {
        this.policy = policy;
        this.state = state;
        this.out = out;
        this.order = new SequenceOrder(state.sequence);
        this.clock = new DeviceClock(state.clock);
        this.watch = new WearerWatch(state, out);
        this.unassigned = new UnassignedReadings(policy, state.unassigned);
    }

    /** Applies the next record of the device. */
    void apply(RawRecord record) {
        switch (record.getKindCase()) {
            case OBSERVATION -> {
                Observation observation = record.getObservation();
                state.deviceId = observation.getDeviceId();
                advance(observation.getIngestTimeMs());
                admit(observation);
            }
            case REGISTER_CHANGE -> {
                RegisterChange change = record.getRegisterChange();
                state.deviceId = change.getDeviceId();
                advance(change.getIngestTimeMs());
                change(change);
            }
            case RELEASE, TICK, KIND_NOT_SET ->
                throw new IllegalArgumentException("not a record of a device: " + record.getKindCase());
        }
    }

    /** Does everything that fell due up to this time, in due order. */
    void advance(long nowMillis) {
        for (long due = nextDueMillis(); due <= nowMillis; due = nextDueMillis()) {
            fire(due);
        }
        state.clockMillis = Math.max(state.clockMillis, nowMillis);
    }

    /** When something falls due if no record comes; {@link Long#MAX_VALUE} for never. */
    long nextDueMillis() {
        long waiting = Math.min(unassigned.nextDueMillis(), order.nextDueMillis());
        return Math.min(wearerChangeMillis(), Math.min(waiting, watch.nextDueMillis()));
    }

    private void fire(long dueMillis) {
        if (wearerChangeMillis() <= dueMillis) {
            refreshWearer(dueMillis);
        } else if (order.nextDueMillis() <= dueMillis) {
            count(Tally.GAP);
            order.takeOverdue(dueMillis).ifPresent(message -> follow(message, dueMillis));
        } else if (watch.nextDueMillis() <= dueMillis) {
            watch.fire(dueMillis);
        } else {
            unassigned.takeOverdue(dueMillis).ifPresent(this::quarantine);
        }
    }

    private void admit(Observation observation) {
        long now = observation.getIngestTimeMs();
        SequenceOrder.Verdict verdict = observation.hasSequence()
                ? order.admit(observation.getSequence(), observation.toByteArray(), now)
                : order.admit(observation.getContentHash());
        switch (verdict) {
            case DUPLICATE -> count(Tally.DUPLICATE);
            case HELD -> {}
            case OVERTAKEN -> {
                count(Tally.OVERTAKEN);
                attribute(observation, true, now);
            }
            case NEXT -> {
                attribute(observation, false, now);
                takeFollowers(now);
            }
        }
    }

    private void follow(HeldMessage message, long nowMillis) {
        attribute(parse(message.observation), false, nowMillis);
        takeFollowers(nowMillis);
    }

    private void takeFollowers(long nowMillis) {
        for (Optional<HeldMessage> next = order.takeFollower(); next.isPresent(); next = order.takeFollower()) {
            attribute(parse(next.get().observation), false, nowMillis);
        }
    }

    private void attribute(Observation observation, boolean overtaken, long nowMillis) {
        if (observation.hasSentTimeMs()) {
            clock.observe(observation.getSentTimeMs(), observation.getIngestTimeMs());
        }
        refreshWearer(nowMillis);
        ReadingAttribution split = ReadingAttribution.arriving(observation, clock, book());
        if (split.distrusted()) {
            count(Tally.CLOCK_DISTRUSTED);
        }
        split.byPatient().forEach((patient, readings) -> give(patient, observation, readings, overtaken, nowMillis));
        if (!split.unassigned().isEmpty()) {
            count(Tally.UNASSIGNED);
            keep(unassigned.waiting(observation, split.unassigned(), overtaken, nowMillis), nowMillis);
        }
    }

    private void give(
            String patient, Observation observation, List<Measurement> readings, boolean overtaken, long nowMillis) {
        boolean late =
                overtaken || newest(readings) < nowMillis - policy.lateAfter().toMillis();
        if (late && !overtaken) {
            count(Tally.LATE);
        }
        out.accept(new DeviceOutput.Numeric(numeric(patient, observation, nowMillis)
                .setLate(late)
                .addAllMeasurements(readings)
                .build()));
        if (!late && patient.equals(state.wearer)) {
            for (Measurement reading : readings) {
                judge(observation, reading, nowMillis);
            }
        }
    }

    private void judge(Observation observation, Measurement reading, long nowMillis) {
        if (reading.getDeviceTimeMs() < nowMillis - policy.lateAfter().toMillis()) {
            return;
        }
        DecidingReading.Builder identity = DecidingReading.newBuilder()
                .setDeviceId(observation.getDeviceId())
                .setBoot(observation.getSequence().getBoot())
                .setSeq(observation.getSequence().getSeq())
                .setContentHash(observation.getContentHash())
                .setDeviceTimeMs(reading.getDeviceTimeMs())
                .setIngestTimeMs(observation.getIngestTimeMs());
        if (observation.hasSentTimeMs()) {
            identity.setSentTimeMs(observation.getSentTimeMs());
        }
        watch.judge(new LiveReading(reading, identity.build(), nowMillis));
    }

    private VitalNumeric.Builder numeric(String patient, Observation observation, long nowMillis) {
        VitalNumeric.Builder numeric = VitalNumeric.newBuilder()
                .setPatientRef(patient)
                .setDeviceId(observation.getDeviceId())
                .setIngestTimeMs(nowMillis)
                .setSourceFormat(observation.getSourceFormat())
                .setClockOffsetMs(clock.offsetMillis());
        return observation.hasSequence()
                ? numeric.setSequence(observation.getSequence())
                : numeric.setContentHash(observation.getContentHash());
    }

    private void change(RegisterChange change) {
        long now = change.getIngestTimeMs();
        switch (change.getChangeCase()) {
            case DEVICE -> register(change.getDevice(), now);
            case LIMITS -> limit(change.getLimits(), now);
            case PATIENT -> out.accept(new DeviceOutput.PatientChanged(change));
            // From a newer ingest, perhaps: it must not stop what is understood.
            case ENTRY, CHANGE_NOT_SET -> count(Tally.UNUSABLE);
        }
    }

    private void register(DeviceRegistration registration, long nowMillis) {
        boolean older = registration.getRevision() < state.knownRegistration().getRevision();
        if (older) {
            return;
        }
        state.register(registration);
        watch.expect(registration, nowMillis);
        refreshWearer(nowMillis);
        retryUnassigned(nowMillis);
    }

    private void limit(PatientLimits received, long nowMillis) {
        PatientLimits limits = usable(received);
        if (limits.getPatientRef().equals(state.wearer)) {
            watch.endAllBut(
                    limits.getRulesList().stream().map(LimitRule::getRule).toList(), nowMillis);
        }
        state.limit(limits);
    }

    private PatientLimits usable(PatientLimits received) {
        List<LimitRule> rules =
                received.getRulesList().stream().filter(DeviceHistory::isUsable).toList();
        if (rules.size() == received.getRulesCount()) {
            return received;
        }
        count(Tally.UNUSABLE);
        return received.toBuilder().clearRules().addAllRules(rules).build();
    }

    private static boolean isUsable(LimitRule rule) {
        boolean sided = rule.getSide() == LimitSide.LOW || rule.getSide() == LimitSide.HIGH;
        return sided && rule.getLevelsCount() > 0 && rule.getVital() != Vital.VITAL_UNSPECIFIED;
    }

    /** An association may begin or end a little ahead of the clock here, and no record need come then. */
    private long wearerChangeMillis() {
        return book().nextChangeMillis(state.wearerAsOfMillis);
    }

    private void refreshWearer(long nowMillis) {
        state.wearerAsOfMillis = nowMillis;
        String wearer = book().wearer(nowMillis).orElse("");
        if (!wearer.equals(state.wearer)) {
            watch.handOver(wearer, nowMillis);
        }
    }

    private void retryUnassigned(long nowMillis) {
        for (Waiting message : unassigned.takeAll()) {
            Observation observation = message.observation();
            ReadingAttribution split = ReadingAttribution.retried(observation.getMeasurementsList(), book());
            if (!split.byPatient().isEmpty()) {
                count(Tally.RELEASED);
            }
            split.byPatient()
                    .forEach((patient, readings) ->
                            give(patient, observation, readings, message.overtaken(), nowMillis));
            if (!split.unassigned().isEmpty()) {
                Observation rest = observation.toBuilder()
                        .clearMeasurements()
                        .addAllMeasurements(split.unassigned())
                        .build();
                keep(new Waiting(rest, message.overtaken(), message.untilMillis()), nowMillis);
            }
        }
    }

    private void keep(Waiting message, long nowMillis) {
        unassigned.keep(message, nowMillis).ifPresent(this::quarantine);
    }

    private void quarantine(QuarantinedObservation observation) {
        count(Tally.QUARANTINED);
        out.accept(new DeviceOutput.Quarantined(observation));
    }

    private AssociationBook book() {
        return new AssociationBook(state.knownRegistration());
    }

    private void count(Tally tally) {
        out.accept(new DeviceOutput.Counted(tally));
    }

    private static long newest(List<Measurement> readings) {
        return readings.stream().mapToLong(Measurement::getDeviceTimeMs).max().orElse(Long.MIN_VALUE);
    }

    private static Observation parse(byte[] bytes) {
        try {
            return Observation.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("held observation in state cannot be read", e);
        }
    }
}
