package org.wardlight.stream.device;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.v1.Association;
import org.wardlight.events.v1.DeviceRegistration;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Observation;
import org.wardlight.events.v1.QuarantinedObservation;
import org.wardlight.events.v1.RawRecord;
import org.wardlight.events.v1.RegisterChange;
import org.wardlight.events.v1.Release;
import org.wardlight.events.v1.Sequence;
import org.wardlight.events.v1.Vital;
import org.wardlight.events.v1.VitalNumeric;

/** A device of {@link RandomWard}: who really wears it, what the register knows of that, and what it has not delivered yet. */
final class RandomDevice {

    private static final long NEVER = Long.MAX_VALUE;
    private static final long REGISTER_REMEMBERS_MILLIS = Duration.ofHours(4).toMillis();
    private static final long LONGEST_OFFLINE_MILLIS = Duration.ofHours(1).toMillis();
    private static final int DELIVERED_PER_TURN = 5;

    private final RandomWard ward;
    private final Random random;
    private final String id;
    private final boolean counts;
    private final DeviceHistory history = new DeviceHistory(DevicePolicy.STANDARD, new DeviceState(), this::hear);
    private final TreeMap<Long, String> wornSince = new TreeMap<>();
    private final List<Association> registered = new ArrayList<>();
    private final List<QuarantinedObservation> quarantine = new ArrayList<>();
    private final Deque<Observation> backlog = new ArrayDeque<>();
    private @Nullable QuarantinedObservation releasing;
    private long registerAt = NEVER;
    private long revision;
    private long offlineSince = NEVER;
    private long boot = 1;
    private long seq;

    RandomDevice(RandomWard ward, Random random, String id) {
        this.ward = ward;
        this.random = random;
        this.id = id;
        this.counts = random.nextInt(3) > 0;
        wornSince.put(0L, "");
    }

    String wearer() {
        return wornSince.lastEntry().getValue();
    }

    /** Somebody else wears it from now on; the register hears of it after this long. */
    void wear(String patient, long afterMillis) {
        if (registerAt != NEVER) {
            learn();
        }
        long now = ward.next();
        if (!wearer().isEmpty()) {
            int last = registered.size() - 1;
            registered.set(last, registered.get(last).toBuilder().setToMs(now).build());
        }
        wornSince.put(now, patient);
        registerAt = now + afterMillis;
        if (afterMillis == 0) {
            learnAt(now);
        }
    }

    void changeConnection() {
        offlineSince = offlineSince == NEVER ? ward.next() : NEVER;
    }

    void turn() {
        long now = ward.next();
        if (now >= registerAt) {
            learn();
        }
        if (now - offlineSince > LONGEST_OFFLINE_MILLIS) {
            offlineSince = NEVER;
        }
        if (random.nextInt(3) == 0) {
            measure();
        }
        if (offlineSince == NEVER) {
            deliverBacklog(DELIVERED_PER_TURN);
        }
    }

    /** What the register knows is told anew, and claims whatever it can in the quarantine. */
    void register() {
        registerAt(ward.next());
    }

    void finish() {
        offlineSince = NEVER;
        deliverBacklog(Integer.MAX_VALUE);
        history.advance(ward.next() + Duration.ofSeconds(2).toMillis());
        if (registerAt != NEVER) {
            learn();
        }
        history.advance(ward.next() + Duration.ofMinutes(16).toMillis());
        register();
    }

    private void measure() {
        long now = ward.next();
        Observation.Builder message = Observation.newBuilder().setDeviceId(id).setSentTimeMs(now);
        // Some messages span a hand-over.
        int measurements = 1 + random.nextInt(2);
        for (int i = measurements - 1; i >= 0; i--) {
            long time = now - i * (long) random.nextInt(5 * 60_000);
            long number = ward.trueWearer.size();
            ward.measured(number, wornSince.floorEntry(time).getValue());
            message.addMeasurements(Measurement.newBuilder()
                    .setVital(Vital.PULSE_RATE)
                    .setDeviceTimeMs(time)
                    .setValue((double) number));
        }
        identify(message);
        if (offlineSince == NEVER) {
            deliver(message.build());
        } else {
            backlog.add(message.build());
        }
    }

    private void identify(Observation.Builder message) {
        if (random.nextInt(500) == 0) {
            boot++;
            seq = 0;
        }
        seq++;
        if (counts) {
            message.setSequence(Sequence.newBuilder().setBoot(boot).setSeq(seq));
        } else {
            message.setContentHash(ByteString.copyFromUtf8(boot + "/" + seq));
        }
    }

    /** Live messages do not wait until the old ones are delivered. */
    private void deliverBacklog(int most) {
        for (int i = 0; i < most && !backlog.isEmpty(); i++) {
            ward.backfilled++;
            deliver(backlog.remove());
        }
    }

    private void deliver(Observation message) {
        int times = random.nextInt(20) == 0 ? 2 : 1;
        for (int i = 0; i < times; i++) {
            long now = ward.next();
            history.apply(RawRecord.newBuilder()
                    .setObservation(message.toBuilder().setSentTimeMs(now).setIngestTimeMs(now))
                    .build());
        }
    }

    private void learn() {
        learnAt(ward.next());
    }

    private void learnAt(long now) {
        if (!wearer().isEmpty()) {
            registered.add(Association.newBuilder()
                    .setPatientRef(wearer())
                    .setFromMs(wornSince.lastKey())
                    .build());
        }
        registerAt = NEVER;
        registerAt(now);
    }

    private void registerAt(long now) {
        registered.removeIf(known -> known.hasToMs() && known.getToMs() < now - REGISTER_REMEMBERS_MILLIS);
        quarantine.removeIf(waiting -> waiting.getQuarantinedMs() < now - REGISTER_REMEMBERS_MILLIS);
        history.apply(RawRecord.newBuilder()
                .setRegisterChange(RegisterChange.newBuilder()
                        .setDeviceId(id)
                        .setIngestTimeMs(now)
                        .setDevice(DeviceRegistration.newBuilder()
                                .setDeviceId(id)
                                .setRevision(++revision)
                                .addAllAssociations(registered)))
                .build());
        // As ingest does: whatever was in quarantine then, also what was given back before.
        List.copyOf(quarantine).stream().filter(this::isClaimed).forEach(this::release);
    }

    private boolean isClaimed(QuarantinedObservation waiting) {
        return waiting.getObservation().getMeasurementsList().stream().anyMatch(measurement -> registered.stream()
                .anyMatch(known -> measurement.getDeviceTimeMs() >= known.getFromMs()
                        && (!known.hasToMs() || measurement.getDeviceTimeMs() < known.getToMs())));
    }

    private void release(QuarantinedObservation waiting) {
        releasing = waiting;
        history.apply(RawRecord.newBuilder()
                .setRelease(Release.newBuilder()
                        .setObservation(waiting.getObservation())
                        .setNumber(waiting.getNumber())
                        .setIngestTimeMs(ward.next()))
                .build());
        releasing = null;
    }

    private void hear(DeviceOutput output) {
        if (output instanceof DeviceOutput.Numeric given) {
            VitalNumeric numeric = given.numeric();
            takeFromQuarantine();
            numeric.getMeasurementsList()
                    .forEach(measurement -> ward.given((long) measurement.getValue(), numeric.getPatientRef()));
        } else if (output instanceof DeviceOutput.Quarantined unworn) {
            quarantine.add(unworn.observation());
            numbers(unworn.observation()).forEach(ward.quarantined::add);
        }
    }

    /** A message that is released leaves the quarantine as a whole: what is left of it has to enter it again. */
    private void takeFromQuarantine() {
        if (releasing != null) {
            ward.released++;
            numbers(releasing).forEach(ward.quarantined::remove);
            releasing = null;
        }
    }

    private static List<Long> numbers(QuarantinedObservation waiting) {
        return waiting.getObservation().getMeasurementsList().stream()
                .map(measurement -> (long) measurement.getValue())
                .toList();
    }
}
