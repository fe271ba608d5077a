package org.wardlight.bench.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.wardlight.bench.scenario.Spells.Habit;
import org.wardlight.events.v1.DeviceRegistration;
import org.wardlight.events.v1.ExpectedSignal;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.MissingReason;
import org.wardlight.events.v1.Observation;
import org.wardlight.events.v1.RawRecord;
import org.wardlight.events.v1.Sequence;
import org.wardlight.events.v1.Vital;

/** One device with its faults: it falls silent, loses a sensor, measures badly, jumps, freezes, repeats, overtakes, lies about time. */
final class TroubledDevice {

    /** What it delivers, and how often, s. */
    record Signal(Vital vital, int every, Method method) {}

    private static final long DAY = 86_400_000;
    private static final int SITE_QUARTERS = 4;

    private final String id;
    private final List<Signal> signals;
    private final Random random;
    private final Spells silent;
    private final Spells off;
    private final Spells poor;
    private final Spells moving;
    private final Spells absent;
    private final Spells frozen;
    private final Spells apart;
    private final Spells wrongClock;
    private final Spells stormy;
    private double frozenAt = 70;
    private long seq;

    TroubledDevice(String id, List<Signal> signals, long seed, int seconds) {
        this.id = id;
        this.signals = signals;
        this.random = new Random(seed);
        silent = new Spells(random, seconds, new Habit(1_800, 5, 150), each -> 0);
        off = new Spells(random, seconds, new Habit(1_200, 3, 90), each -> each.nextInt(signals.size()));
        poor = new Spells(random, seconds, new Habit(700, 3, 80), each -> each.nextInt(signals.size()));
        moving = new Spells(random, seconds, new Habit(1_500, 5, 60), each -> 0);
        absent = new Spells(random, seconds, new Habit(900, 5, 120), each -> each.nextInt(signals.size()));
        frozen = new Spells(random, seconds, new Habit(3_500, 500, 1_000), each -> 0);
        apart = new Spells(random, seconds, new Habit(1_500, 60, 400), each -> 25 + each.nextInt(10));
        wrongClock = new Spells(random, seconds, new Habit(2_500, 1, 100), each -> 0);
        stormy = new Spells(random, seconds, new Habit(500, 5, 40), each -> 0);
    }

    DeviceRegistration.Builder registration() {
        DeviceRegistration.Builder registration =
                DeviceRegistration.newBuilder().setDeviceId(id).setProfile("troubled");
        for (Signal signal : signals) {
            if (signal.vital != Vital.CONSCIOUSNESS && signal.vital != Vital.OXYGEN_FLOW) {
                registration.addSignals(ExpectedSignal.newBuilder()
                        .setVital(signal.vital)
                        .setIntervalMs(signal.every * 1_000L)
                        .setNoSignalAfterMs(Math.max(10, 3 * signal.every) * 1_000L));
            }
        }
        return registration;
    }

    /** What arrives because of this second: nothing, a message, a message twice, or one that is early or late. */
    List<RawRecord> second(int second, long startMillis, TroubledPatient patient) {
        List<Measurement> measurements = measure(second, startMillis + second * 1_000L, patient);
        if (silent.at(second) != null || measurements.isEmpty()) {
            return List.of();
        }
        seq++;
        boolean storm = stormy.at(second) != null;
        if (storm && random.nextInt(12) == 0) {
            return List.of();
        }
        long at = startMillis + second * 1_000L + quarters(storm ? SITE_QUARTERS : 1);
        List<RawRecord> arriving = new ArrayList<>();
        arriving.add(message(measurements, at));
        if (random.nextInt(storm ? 4 : 50) == 0) {
            arriving.add(message(measurements, at + 250 + quarters(6)));
        }
        return arriving;
    }

    private long quarters(int most) {
        return 250L * random.nextInt(most);
    }

    private List<Measurement> measure(int second, long time, TroubledPatient patient) {
        long told = wrongClock.at(second) != null ? time + DAY : time;
        boolean history = stormy.at(second) != null && random.nextInt(15) == 0;
        List<Measurement> measurements = new ArrayList<>();
        for (int i = 0; i < signals.size(); i++) {
            Signal signal = signals.get(i);
            if (second % signal.every == 0 && !covers(absent, second, i)) {
                measurements.add(reading(signal, i, second, patient)
                        .setDeviceTimeMs(history ? time - 400_000 : told)
                        .setVital(signal.vital)
                        .setMethod(signal.method)
                        .build());
            }
        }
        if (!measurements.isEmpty() && moving.at(second) != null) {
            measurements.add(
                    0,
                    Measurement.newBuilder()
                            .setDeviceTimeMs(told)
                            .setVital(Vital.BODY_MOTION)
                            .setMethod(Method.ACCELEROMETER)
                            .setValue(0.5)
                            .build());
        }
        return measurements;
    }

    private Measurement.Builder reading(Signal signal, int place, int second, TroubledPatient patient) {
        Measurement.Builder reading = Measurement.newBuilder();
        if (covers(off, second, place)) {
            return reading.setMissing(MissingReason.SENSOR_OFF);
        }
        if (random.nextInt(400) == 0) {
            return reading.setMissing(random.nextBoolean() ? MissingReason.NOT_MEASURED : MissingReason.ARTEFACT);
        }
        if (covers(poor, second, place) && random.nextInt(10) > 0) {
            reading.setQualityPercent(20 + random.nextInt(30));
        }
        return switch (signal.vital) {
            case RHYTHM -> reading.setCode(patient.rhythm(second));
            case CONSCIOUSNESS -> reading.setCode(patient.consciousness(second));
            case OXYGEN_FLOW -> reading.setValue(patient.oxygenFlow(second));
            case BATTERY -> reading.setValue(Math.max(1, 100 - (second / 40 + id.hashCode() % 50) % 101));
            default -> reading.setValue(number(signal.vital, second, patient));
        };
    }

    private double number(Vital vital, int second, TroubledPatient patient) {
        double value = patient.value(vital, second);
        boolean heart = vital == Vital.HEART_RATE || vital == Vital.PULSE_RATE;
        @Nullable Spell same = frozen.at(second);
        if (heart && same != null) {
            return frozenAt;
        }
        frozenAt = heart ? value : frozenAt;
        @Nullable Spell other = apart.at(second);
        if (vital == Vital.PULSE_RATE && other != null) {
            return value + other.level();
        }
        boolean jumps = random.nextInt(150) == 0;
        return jumps && vital != Vital.BODY_TEMPERATURE ? value + (random.nextBoolean() ? 65 : -15) : value;
    }

    private static boolean covers(Spells spells, int second, int place) {
        @Nullable Spell spell = spells.at(second);
        return spell != null && (int) spell.level() == place;
    }

    private RawRecord message(List<Measurement> measurements, long at) {
        return RawRecord.newBuilder()
                .setObservation(Observation.newBuilder()
                        .setDeviceId(id)
                        .setSite("bench")
                        .setSequence(Sequence.newBuilder().setBoot(1).setSeq(seq))
                        .setIngestTimeMs(at)
                        .addAllMeasurements(measurements))
                .build();
    }
}
