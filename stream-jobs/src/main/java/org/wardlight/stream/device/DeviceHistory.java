package org.wardlight.stream.device;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.wardlight.events.ContentHash;
import org.wardlight.events.v1.ChartEntry;
import org.wardlight.events.v1.DeviceRegistration;
import org.wardlight.events.v1.LimitRule;
import org.wardlight.events.v1.Observation;
import org.wardlight.events.v1.PatientLimits;
import org.wardlight.events.v1.RawRecord;
import org.wardlight.events.v1.RegisterChange;
import org.wardlight.events.v1.Release;
import org.wardlight.stream.limits.Limit;
import org.wardlight.stream.sequence.HeldMessage;
import org.wardlight.stream.sequence.SequenceOrder;

/**
 * Lives through the history of one device, record by record; what is charted of a patient is a history under the patient's own
 * reference.
 *
 * <p>Before a record of ingest time t is applied, everything that fell due up to t is done first, in due order. What comes
 * out is therefore a function of the device's own records alone: the same log gives the same conditions at any speed, and
 * wherever a watermark happens to fall. A timer only has to call {@link #advance} when no record comes.
 *
 * @see <a href="../../../../../../../../docs/adr/0003-run-on-three-clocks-and-a-tick.md">ADR 3</a>
 */
final class DeviceHistory {

    private final DeviceState state;
    private final Consumer<DeviceOutput> out;
    private final SequenceOrder order;
    private final WearerWatch watch;
    private final Attribution attribution;
    private final ChartedEntries charted;

    DeviceHistory(DevicePolicy policy, DeviceState state, Consumer<DeviceOutput> out) {
        this.state = state;
        this.out = out;
        this.order = new SequenceOrder(state.sequence);
        this.watch = new WearerWatch(state, out);
        this.attribution = new Attribution(policy, state, watch, out);
        this.charted = new ChartedEntries(policy, state);
    }

    /** Applies the next record of the device. */
    void apply(RawRecord record) {
        switch (record.getKindCase()) {
            case OBSERVATION -> {
                Observation observation = record.getObservation();
                state.deviceId = observation.getDeviceId();
                advance(observation.getIngestTimeMs());
                if (!observation.getSite().isEmpty()) {
                    state.site = observation.getSite();
                }
                admit(observation);
            }
            case REGISTER_CHANGE -> {
                RegisterChange change = record.getRegisterChange();
                state.deviceId = change.getDeviceId();
                advance(change.getIngestTimeMs());
                change(change);
            }
            case RELEASE -> {
                Release release = record.getRelease();
                state.deviceId = release.getObservation().getDeviceId();
                advance(release.getIngestTimeMs());
                attribution.release(release);
            }
            case TICK, KIND_NOT_SET ->
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
        long waiting = Math.min(attribution.nextOverdueMillis(), order.nextDueMillis());
        return Math.min(attribution.nextWearerMillis(), Math.min(waiting, watch.nextDueMillis()));
    }

    private void fire(long dueMillis) {
        if (attribution.nextWearerMillis() <= dueMillis) {
            attribution.refreshWearer(dueMillis);
        } else if (order.nextDueMillis() <= dueMillis) {
            count(Tally.GAP);
            watch.trouble(DeviceTrouble.DATA_LOSS, dueMillis);
            order.takeOverdue(dueMillis).ifPresent(message -> follow(message, dueMillis));
        } else if (watch.nextDueMillis() <= dueMillis) {
            watch.fire(dueMillis);
        } else {
            attribution.giveUp(dueMillis);
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
                attribution.attribute(observation, true, now);
            }
            case NEXT -> {
                attribution.attribute(observation, false, now);
                takeFollowers(now);
            }
        }
    }

    private void follow(HeldMessage message, long nowMillis) {
        attribution.attribute(parse(message.observation), false, nowMillis);
        takeFollowers(nowMillis);
    }

    private void takeFollowers(long nowMillis) {
        for (Optional<HeldMessage> next = order.takeFollower(); next.isPresent(); next = order.takeFollower()) {
            attribution.attribute(parse(next.get().observation), false, nowMillis);
        }
    }

    private void change(RegisterChange change) {
        long now = change.getIngestTimeMs();
        switch (change.getChangeCase()) {
            case DEVICE -> register(change.getDevice(), now);
            case LIMITS -> limit(change.getLimits(), now);
            case ENTRY -> chart(change.getEntry(), now);
            case PATIENT -> {
                // Its messages know better where a device is; a patient's own history has none.
                if (state.site.isEmpty() || change.getPatient().getPatientRef().equals(state.deviceId)) {
                    state.site = change.getPatient().getSite();
                }
                out.accept(new DeviceOutput.PatientChanged(change));
            }
            // From a newer ingest, perhaps: it must not stop what is understood.
            case CHANGE_NOT_SET -> count(Tally.UNUSABLE);
        }
    }

    private void register(DeviceRegistration registration, long nowMillis) {
        boolean older = registration.getRevision() < state.knownRegistration().getRevision();
        if (older) {
            return;
        }
        state.register(registration);
        watch.expect(registration, nowMillis);
        attribution.refreshWearer(nowMillis);
        attribution.retry(nowMillis);
    }

    /** Whoever charts stands at the bed: no limit is judged on it. */
    private void chart(ChartEntry entry, long nowMillis) {
        ByteString identity =
                ContentHash.of(entry.getPatientRef(), entry.getEntryId().getBytes(StandardCharsets.UTF_8));
        if (order.admit(identity) == SequenceOrder.Verdict.DUPLICATE) {
            count(Tally.DUPLICATE);
            return;
        }
        charted.numeric(entry, identity, nowMillis).ifPresent(numeric -> out.accept(new DeviceOutput.Numeric(numeric)));
    }

    private void limit(PatientLimits received, long nowMillis) {
        PatientLimits limits = usable(received);
        if (limits.getPatientRef().equals(state.wearer)) {
            watch.endAllBut(
                    limits.getRulesList().stream().map(LimitRule::getRule).collect(Collectors.toSet()), nowMillis);
        }
        state.limit(limits);
    }

    private PatientLimits usable(PatientLimits received) {
        List<LimitRule> rules =
                received.getRulesList().stream().filter(Limit::isUsable).toList();
        if (rules.size() == received.getRulesCount()) {
            return received;
        }
        count(Tally.UNUSABLE);
        return received.toBuilder().clearRules().addAllRules(rules).build();
    }

    private void count(Tally tally) {
        out.accept(new DeviceOutput.Counted(tally));
    }

    private static Observation parse(byte[] bytes) {
        try {
            return Observation.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("held observation in state cannot be read", e);
        }
    }
}
