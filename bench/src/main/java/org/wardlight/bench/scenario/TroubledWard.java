package org.wardlight.bench.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.wardlight.bench.scenario.TroubledDevice.Signal;
import org.wardlight.events.CareProfiles;
import org.wardlight.events.v1.Association;
import org.wardlight.events.v1.CareProfile;
import org.wardlight.events.v1.DeviceRegistration;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.Patient;
import org.wardlight.events.v1.PatientLimits;
import org.wardlight.events.v1.RawRecord;
import org.wardlight.events.v1.RegisterChange;
import org.wardlight.events.v1.Spo2Scale;
import org.wardlight.events.v1.Vital;

/**
 * A ward whose patients break every limit now and then, with devices that fail in every way. Every time is a whole quarter of
 * a second, every value a pure function of the seed.
 *
 * @param patients their records, in order
 * @param log what arrives, in the order of ingest
 * @param startMillis ms since 1970
 * @param endMillis when the last record has been taken
 */
public record TroubledWard(List<Patient> patients, List<RawRecord> log, long startMillis, long endMillis) {

    /** When the run begins: a whole minute. */
    public static final long START = 1_800_000_000_000L;

    private static final List<Signal> MONITOR = List.of(
            new Signal(Vital.HEART_RATE, 1, Method.ECG),
            new Signal(Vital.PULSE_RATE, 1, Method.OXIMETRY),
            new Signal(Vital.SPO2, 1, Method.OXIMETRY),
            new Signal(Vital.RESPIRATORY_RATE, 1, Method.METHOD_UNSPECIFIED),
            new Signal(Vital.ETCO2, 1, Method.CAPNOGRAPHY),
            new Signal(Vital.RHYTHM, 2, Method.ECG),
            new Signal(Vital.BODY_TEMPERATURE, 10, Method.THERMISTOR),
            new Signal(Vital.SYSTOLIC_PRESSURE, 60, Method.CUFF),
            new Signal(Vital.DIASTOLIC_PRESSURE, 60, Method.CUFF),
            new Signal(Vital.MEAN_PRESSURE, 60, Method.CUFF),
            new Signal(Vital.GLUCOSE, 60, Method.INTERSTITIAL),
            new Signal(Vital.BATTERY, 60, Method.METHOD_UNSPECIFIED),
            new Signal(Vital.CONSCIOUSNESS, 60, Method.MANUAL),
            new Signal(Vital.OXYGEN_FLOW, 60, Method.MANUAL));
    /** Nobody looks whether the patient is awake. */
    private static final List<Signal> UNATTENDED = MONITOR.stream()
            .filter(signal -> signal.vital() != Vital.CONSCIOUSNESS)
            .toList();

    private static final List<Signal> BAND = List.of(
            new Signal(Vital.PULSE_RATE, 5, Method.OPTICAL_WRIST), new Signal(Vital.SPO2, 5, Method.OPTICAL_WRIST));

    private static final int EVERY_SECOND_BAND = 3;
    /** Two neighbours change devices half-way through; a device lies about unworn for this long. */
    private static final int UNWORN_SECONDS = 180;

    /** Copies the lists. */
    public TroubledWard {
        patients = List.copyOf(patients);
        log = List.copyOf(log);
    }

    /** A ward. */
    public static TroubledWard of(long seed, int patients, int seconds) {
        return new Building(seed, patients, seconds).built();
    }

    /** When a record was stamped, ms. */
    public static long ingestMillis(RawRecord record) {
        return record.hasObservation()
                ? record.getObservation().getIngestTimeMs()
                : record.getRegisterChange().getIngestTimeMs();
    }

    private static Patient patient(int number, String profile) {
        return Patient.newBuilder()
                .setPatientRef(String.format("p-%032x", number * 7_919L + 13))
                .setSite("bench")
                .setWardId("troubled")
                .setBedId(Integer.toString(number))
                .setAgeYears(number % 7 == 6 ? 12 : 60)
                .setSpo2Scale(profile.equals("copd-scale-2") ? Spo2Scale.SCALE_2 : Spo2Scale.SCALE_1)
                .setCareProfile(profile)
                .setRevision(1)
                .build();
    }

    /** A ward that is being made. */
    private static final class Building {

        private final List<Patient> lying = new ArrayList<>();
        private final List<TroubledPatient> bodies = new ArrayList<>();
        private final List<RawRecord> log = new ArrayList<>();
        private final long seed;
        private final int seconds;

        Building(long seed, int patients, int seconds) {
            this.seed = seed;
            this.seconds = seconds;
            for (int i = 0; i < patients; i++) {
                CareProfile profile =
                        CareProfiles.all().get(i % CareProfiles.all().size());
                lying.add(patient(i, profile.getId()));
                bodies.add(new TroubledPatient(seed * 1_000 + i, profile.getRulesList(), seconds));
            }
        }

        TroubledWard built() {
            for (int i = 0; i < lying.size(); i++) {
                String id = String.format("mon-%03d", i);
                add(new TroubledDevice(id, i % 3 == 1 ? UNATTENDED : MONITOR, seed + 7L * i, seconds), id, i);
                if (i % EVERY_SECOND_BAND == 0) {
                    String band = String.format("band-%03d", i);
                    add(new TroubledDevice(band, BAND, seed - 7L * i - 1, seconds), band, i);
                }
            }
            log.sort(Comparator.comparingLong(TroubledWard::ingestMillis));
            return new TroubledWard(lying, log, START, START + seconds * 1_000L + 2_000);
        }

        private void add(TroubledDevice device, String id, int bed) {
            boolean changes = id.startsWith("mon") && bed % 5 == 1 && bed + 1 < lying.size();
            boolean unworn = id.startsWith("mon") && bed % 5 > 2;
            String own = lying.get(bed).getPatientRef();
            DeviceRegistration.Builder worn = device.registration();
            register(
                    id,
                    START,
                    change -> change.setDevice(worn.setRevision(1).addAssociations(from(own, START - 60_000))));
            tellOf(id, START, lying.get(bed));
            if (changes) {
                change(worn, id, bed);
            } else if (unworn) {
                takeOffForAWhile(worn, id, own);
            }
            for (int second = 1; second < seconds; second++) {
                int wearer = changes && second >= seconds / 2 ? bed + 1 : bed;
                log.addAll(device.second(second, START, bodies.get(wearer)));
            }
        }

        /** Half-way through the next patient wears it. */
        private void change(DeviceRegistration.Builder worn, String id, int bed) {
            long at = START + seconds / 2 * 1_000L;
            Patient next = lying.get(bed + 1);
            tellOf(id, at, next);
            register(
                    id,
                    at,
                    change -> change.setDevice(worn.setRevision(2)
                            .clearAssociations()
                            .addAssociations(from(lying.get(bed).getPatientRef(), START - 60_000)
                                    .setToMs(at))
                            .addAssociations(from(next.getPatientRef(), at))));
        }

        private void takeOffForAWhile(DeviceRegistration.Builder worn, String id, String own) {
            long at = START + seconds / 2 * 1_000L;
            long again = at + UNWORN_SECONDS * 1_000L;
            register(
                    id,
                    at,
                    change -> change.setDevice(worn.setRevision(2)
                            .clearAssociations()
                            .addAssociations(from(own, START - 60_000).setToMs(at))));
            register(id, again, change -> change.setDevice(worn.setRevision(3).addAssociations(from(own, again))));
        }

        private void tellOf(String device, long at, Patient patient) {
            register(device, at, change -> change.setPatient(patient));
            register(
                    device,
                    at,
                    change -> change.setLimits(PatientLimits.newBuilder()
                            .setPatientRef(patient.getPatientRef())
                            .setRevision(1)
                            .addAllRules(CareProfiles.find(patient.getCareProfile())
                                    .orElseThrow()
                                    .getRulesList())));
        }

        private void register(String device, long at, Consumer<RegisterChange.Builder> what) {
            RegisterChange.Builder change =
                    RegisterChange.newBuilder().setDeviceId(device).setIngestTimeMs(at);
            what.accept(change);
            log.add(RawRecord.newBuilder().setRegisterChange(change).build());
        }

        private static Association.Builder from(String patient, long millis) {
            return Association.newBuilder().setPatientRef(patient).setFromMs(millis);
        }
    }
}
