package org.wardlight.station.board;

import com.google.protobuf.Message;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.v1.AlarmEvent;
import org.wardlight.events.v1.Association;
import org.wardlight.events.v1.DeviceRegistration;
import org.wardlight.events.v1.DeviceStatus;
import org.wardlight.events.v1.Patient;
import org.wardlight.events.v1.PatientLimits;
import org.wardlight.events.v1.QuarantinedObservation;
import org.wardlight.events.v1.Score;
import org.wardlight.events.v1.VitalNumeric;
import org.wardlight.station.board.Frames.AlarmFrame;
import org.wardlight.station.board.Frames.Frame;
import org.wardlight.station.board.Frames.PatientView;
import org.wardlight.station.board.Frames.Snapshot;
import org.wardlight.station.board.Frames.WardName;
import org.wardlight.station.plan.WardPlan;
import org.wardlight.station.plan.WardPlan.Bed;
import org.wardlight.station.plan.WardPlan.StaffMember;
import org.wardlight.station.register.RegisterRecord;
import org.wardlight.station.register.Stay;

/**
 * The state of one ward, fed record by record. A record that is older than what is known, or comes twice, changes nothing,
 * so the topics may be read again from anywhere. Every change gets the next version number, by which a reader asks for
 * what changed since.
 */
public final class Board {

    /** Closed alarms that a snapshot carries. */
    private static final int CLOSED_IN_SNAPSHOT = 50;

    private final WardPlan plan;
    private final InstantSource clock;
    private final Function<String, Optional<Stay>> stays;
    private final Map<String, BedState> beds = new LinkedHashMap<>();
    private final Map<String, BedState> bedByPatient = new HashMap<>();
    private final Map<String, DeviceRegistration> registrations = new HashMap<>();
    private final Map<String, DeviceStatus> statuses = new HashMap<>();
    private final Alarms alarms = new Alarms();
    private final Quarantine quarantine = new Quarantine();
    private final List<Consumer<AlarmFrame>> alarmListeners = new CopyOnWriteArrayList<>();
    private long version;
    private long quarantineVersion;

    /**
     * A board with every bed empty.
     *
     * @param stays finds who is behind a pseudonym; patients it does not know are not on this board
     */
    public Board(WardPlan plan, InstantSource clock, Function<String, Optional<Stay>> stays) {
        this.plan = plan;
        this.clock = clock;
        this.stays = stays;
        int order = 1;
        for (Bed bed : plan.allBeds()) {
            String nurse = plan.staffMember(bed.nurse()).map(StaffMember::name).orElse(bed.nurse());
            beds.put(bed.id(), new BedState(bed.id(), order++, nurse));
        }
    }

    /** Hears of every transition of an alarm, on the thread that applied it: must not wait. */
    public void onAlarm(Consumer<AlarmFrame> listener) {
        alarmListeners.add(listener);
    }

    /** A record of the register, as the register itself wrote it. */
    public void apply(RegisterRecord kept) {
        Message value = kept.value();
        if (value instanceof Patient patient) {
            apply(patient);
        } else if (value instanceof DeviceRegistration device) {
            apply(device);
        } else if (value instanceof PatientLimits limits) {
            apply(limits);
        }
    }

    /** Somebody was admitted, discharged or changed. */
    public synchronized void apply(Patient patient) {
        Optional<Stay> stay = stays.apply(patient.getPatientRef());
        BedState bed = stay.isEmpty() ? null : beds.get(patient.getBedId());
        if (bed == null) {
            return;
        }
        Patient known = bed.patient();
        boolean same = known != null && known.getPatientRef().equals(patient.getPatientRef());
        if (known != null && (same ? known.getRevision() >= patient.getRevision() : isOlder(patient, known))) {
            return;
        }
        if (known != null) {
            bedByPatient.remove(known.getPatientRef());
        }
        if (patient.hasDischargedMs()) {
            if (same) {
                bed.clear();
            }
        } else {
            bed.admit(patient, stay.get().occupant());
            bedByPatient.put(patient.getPatientRef(), bed);
            registrations.values().forEach(this::attach);
        }
        touch(bed);
    }

    /** A device was associated, or is no longer. */
    public synchronized void apply(DeviceRegistration device) {
        DeviceRegistration known = registrations.get(device.getDeviceId());
        if (known != null && known.getRevision() >= device.getRevision()) {
            return;
        }
        registrations.put(device.getDeviceId(), device);
        attach(device);
    }

    /** The limits of a patient. */
    public synchronized void apply(PatientLimits limits) {
        BedState bed = bedByPatient.get(limits.getPatientRef());
        PatientLimits known = bed == null ? null : bed.limits();
        if (bed != null && (known == null || known.getRevision() < limits.getRevision())) {
            bed.limits(limits);
            touch(bed);
        }
    }

    /** A device came, went or told of its battery. */
    public synchronized void apply(DeviceStatus status) {
        DeviceStatus known = statuses.get(status.getDeviceId());
        if (known != null && known.getTimeMs() > status.getTimeMs()) {
            return;
        }
        statuses.put(status.getDeviceId(), status);
        for (BedState bed : beds.values()) {
            if (bed.wearsDevice(status.getDeviceId())) {
                touch(bed);
            }
        }
    }

    /**
     * Readings of a patient.
     *
     * @return whether the board shows something new
     */
    public synchronized boolean apply(VitalNumeric numeric) {
        BedState bed = bedByPatient.get(numeric.getPatientRef());
        if (bed == null || !bed.readings().apply(numeric)) {
            return false;
        }
        touch(bed);
        return true;
    }

    /** A score of a patient. */
    public synchronized void apply(Score score) {
        BedState bed = bedByPatient.get(score.getPatientRef());
        if (bed != null && score.getScoreId().equals(Scores.NEWS2) && bed.score(score)) {
            touch(bed);
        }
    }

    /** A reading that nobody wore the device for. */
    public synchronized void apply(QuarantinedObservation quarantined) {
        DeviceRegistration known =
                registrations.get(quarantined.getObservation().getDeviceId());
        // History of before the association is nobody's, but the device is no stranger any more.
        if (known == null || openAssociation(known) == null) {
            quarantine.apply(quarantined);
            quarantineVersion = ++version;
        }
    }

    /** A transition of an alarm. */
    public void apply(AlarmEvent event) {
        Optional<AlarmFrame> frame = applied(event);
        frame.ifPresent(f -> alarmListeners.forEach(listener -> listener.accept(f)));
    }

    /** The number of the newest change. */
    public synchronized long version() {
        return version;
    }

    /** The whole ward, with the version it stands for; session and demo note are the reader's business. */
    public synchronized Versioned<Snapshot> snapshot() {
        List<Alarm> shown = new ArrayList<>(alarms.open());
        alarms.closed().stream().limit(CLOSED_IN_SNAPSHOT).forEach(shown::add);
        Snapshot snapshot = new Snapshot(
                clock.millis(),
                wardName(),
                null,
                null,
                tiles(beds.values()),
                shown,
                Counts.of(alarms.open()),
                quarantine.at(clock.millis()));
        return new Versioned<>(version, snapshot);
    }

    /** What changed after the given version; empty when nothing did. */
    public synchronized Optional<Versioned<Frame>> since(long known) {
        List<BedState> changed =
                beds.values().stream().filter(bed -> bed.version() > known).toList();
        if (changed.isEmpty() && quarantineVersion <= known) {
            return Optional.empty();
        }
        Frame frame =
                new Frame(clock.millis(), tiles(changed), Counts.of(alarms.open()), quarantine.at(clock.millis()));
        return Optional.of(new Versioned<>(version, frame));
    }

    /** One bed; empty when there is none of that name. */
    public synchronized Optional<Tile> tile(String bedId) {
        return Optional.ofNullable(beds.get(bedId)).map(this::tile);
    }

    /** One patient of this ward, with limits and every alarm that is still known. */
    public synchronized Optional<PatientView> patient(String patientRef) {
        BedState bed = bedByPatient.get(patientRef);
        return bed == null
                ? Optional.empty()
                : Optional.of(new PatientView(
                        clock.millis(), tile(bed), alarms.allOf(patientRef), LimitsView.of(bed.limits())));
    }

    /** One alarm, open or among the last closed ones. */
    public synchronized Optional<Alarm> alarm(String id) {
        return alarms.find(id);
    }

    /** One alarm as soon as it is as wanted; after the given time as it is then. */
    public synchronized Optional<Alarm> awaitAlarm(String id, Predicate<Alarm> wanted, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (alarms.find(id).filter(wanted).isEmpty()) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                break;
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        return alarms.find(id);
    }

    /** Open alarms, worst first. */
    public synchronized List<Alarm> openAlarms() {
        return alarms.open();
    }

    /** The last closed alarms, newest first. */
    public synchronized List<Alarm> closedAlarms() {
        return alarms.closed();
    }

    /** How many beds somebody lies in. */
    public synchronized int occupied() {
        return bedByPatient.size();
    }

    /** The ward by name. */
    public WardName wardName() {
        return new WardName(
                plan.ward().id(),
                plan.ward().name(),
                plan.site(),
                plan.ward().timeZone().getId());
    }

    private synchronized Optional<AlarmFrame> applied(AlarmEvent event) {
        BedState bed = bedByPatient.get(event.getCondition().getPatientRef());
        String bedId = bed == null ? event.getBedId() : bed.id();
        String ward = event.getWardId().isEmpty() ? plan.ward().id() : event.getWardId();
        Optional<Alarm> alarm = alarms.apply(event, new Alarms.Place(ward, bedId));
        if (alarm.isPresent() && bed != null) {
            touch(bed);
        }
        notifyAll();
        return alarm.map(a -> new AlarmFrame(clock.millis(), a, Counts.of(alarms.open())));
    }

    private void attach(DeviceRegistration device) {
        Association open = openAssociation(device);
        BedState wearer = open == null ? null : bedByPatient.get(open.getPatientRef());
        for (BedState bed : beds.values()) {
            if (bed != wearer && bed.takesOff(device.getDeviceId())) {
                touch(bed);
            }
        }
        if (wearer != null) {
            wearer.wears(device);
            touch(wearer);
        }
        if (open != null && quarantine.remove(device.getDeviceId())) {
            quarantineVersion = ++version;
        }
    }

    private static @Nullable Association openAssociation(DeviceRegistration device) {
        for (Association association : device.getAssociationsList()) {
            if (!association.hasToMs()) {
                return association;
            }
        }
        return null;
    }

    private static boolean isOlder(Patient patient, Patient known) {
        return patient.hasDischargedMs() || patient.getAdmittedMs() < known.getAdmittedMs();
    }

    private void touch(BedState bed) {
        bed.changed(++version);
    }

    private List<Tile> tiles(Collection<BedState> of) {
        return of.stream().map(this::tile).toList();
    }

    private Tile tile(BedState bed) {
        String ref = bed.patientRef();
        return bed.tile(statuses, ref == null ? List.of() : alarms.openOf(ref));
    }

    /** Something as it was at a version of the board. */
    public record Versioned<T>(long version, T value) {}
}
