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
import org.wardlight.events.CanaryWard;
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
import org.wardlight.station.register.BedOnBoard;
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
    private final Map<String, Lying> lyingByRef = new HashMap<>();
    private final Map<String, DeviceRegistration> registrations = new HashMap<>();
    private final Map<String, DeviceStatus> statuses = new HashMap<>();
    private final Alarms alarms = new Alarms();
    private final Quarantine quarantine = new Quarantine();
    private final List<Consumer<AlarmFrame>> alarmListeners = new CopyOnWriteArrayList<>();
    private long version;
    private long quarantineVersion;

    /**
     * A board without beds.
     *
     * @param stays finds who is behind a pseudonym; patients it does not know are not on this board
     */
    public Board(WardPlan plan, InstantSource clock, Function<String, Optional<Stay>> stays) {
        this.plan = plan;
        this.clock = clock;
        this.stays = stays;
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

    /** The beds in their order; one that is not among them is gone. */
    public synchronized void furnish(List<BedOnBoard> now) {
        Map<String, BedState> before = new HashMap<>(beds);
        beds.clear();
        int order = 1;
        for (BedOnBoard place : now) {
            BedState known = before.remove(place.id());
            BedState bed = known == null ? new BedState(place.id(), order, place.nurse()) : known;
            beds.put(place.id(), bed);
            if (bed.furnish(order++, place.nurse()) || known == null) {
                touch(bed);
            }
        }
    }

    /** Somebody was admitted, discharged, moved or changed. */
    public synchronized void apply(Patient patient) {
        String ref = patient.getPatientRef();
        Lying known = lyingByRef.get(ref);
        if (known != null && known.patient().getRevision() >= patient.getRevision()) {
            return;
        }
        if (patient.hasDischargedMs()) {
            if (known != null) {
                lyingByRef.remove(ref);
                leaves(known);
            }
            return;
        }
        Optional<Stay> stay = stays.apply(ref);
        BedState bed = stay.isEmpty() ? null : beds.get(patient.getBedId());
        if (bed == null) {
            return;
        }
        Lying lying = known == null ? new Lying(patient, stay.get().occupant()) : known;
        if (known != null) {
            leaves(known);
            known.describe(patient, stay.get().occupant());
        }
        // Whoever lay there goes, or is just changing beds and comes up with the next record.
        bed.lie(lying);
        lyingByRef.put(ref, lying);
        alarms.follow(ref, bed.id());
        if (known == null) {
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
        Lying lying = lyingByRef.get(limits.getPatientRef());
        PatientLimits known = lying == null ? null : lying.limits();
        if (lying != null && (known == null || known.getRevision() < limits.getRevision())) {
            lying.limits(limits);
            touch(lying);
        }
    }

    /** A device came, went or told of its battery. */
    public synchronized void apply(DeviceStatus status) {
        DeviceStatus known = statuses.get(status.getDeviceId());
        if (known != null && known.getTimeMs() > status.getTimeMs()) {
            return;
        }
        statuses.put(status.getDeviceId(), status);
        for (Lying lying : lyingByRef.values()) {
            if (lying.wearsDevice(status.getDeviceId())) {
                touch(lying);
            }
        }
    }

    /**
     * Readings of a patient.
     *
     * @return whether the board shows something new
     */
    public synchronized boolean apply(VitalNumeric numeric) {
        Lying lying = lyingByRef.get(numeric.getPatientRef());
        if (lying == null || !lying.readings().apply(numeric)) {
            return false;
        }
        touch(lying);
        return true;
    }

    /** A score of a patient. */
    public synchronized void apply(Score score) {
        Lying lying = lyingByRef.get(score.getPatientRef());
        if (lying != null && lying.score(score)) {
            touch(lying);
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

    /** What keeps alarms quiet now; all of it each time. */
    public synchronized void pauses(List<PauseInForce> now) {
        lyingByRef.forEach((ref, lying) -> {
            List<PauseInForce> own =
                    now.stream().filter(pause -> pause.patientRef().equals(ref)).toList();
            if (!own.equals(lying.pauses())) {
                lying.pauses(own);
                touch(lying);
            }
        });
    }

    /** A transition of an alarm; those of a canary, whose ward is nobody's, are not for people. */
    public void apply(AlarmEvent event) {
        if (CanaryWard.isOne(event.getWardId())) {
            return;
        }
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
        Lying lying = lyingByRef.get(patientRef);
        BedState bed = lying == null ? null : bedOf(lying);
        return lying == null || bed == null
                ? Optional.empty()
                : Optional.of(new PatientView(
                        clock.millis(),
                        tile(bed),
                        alarms.allOf(patientRef),
                        LimitsView.of(lying.limits()),
                        LimitsView.set(lying.limits())));
    }

    /** Whose patient it is; empty when nobody's or nobody of this ward. */
    public synchronized String nurseOf(String patientRef) {
        Lying lying = lyingByRef.get(patientRef);
        BedState bed = lying == null ? null : bedOf(lying);
        return bed == null ? "" : bed.nurse();
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
        return lyingByRef.size();
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
        Lying lying = lyingByRef.get(event.getCondition().getPatientRef());
        BedState bed = lying == null ? null : bedOf(lying);
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
        Lying wearer = open == null ? null : lyingByRef.get(open.getPatientRef());
        for (Lying lying : lyingByRef.values()) {
            if (lying != wearer && lying.takesOff(device.getDeviceId())) {
                touch(lying);
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

    private void leaves(Lying lying) {
        BedState bed = bedOf(lying);
        if (bed != null) {
            bed.lie(null);
            touch(bed);
        }
    }

    /** Null for whoever is just changing beds. */
    private @Nullable BedState bedOf(Lying lying) {
        BedState bed = beds.get(lying.patient().getBedId());
        return bed != null && bed.lying() == lying ? bed : null;
    }

    private void touch(Lying lying) {
        BedState bed = bedOf(lying);
        if (bed != null) {
            touch(bed);
        }
    }

    private void touch(BedState bed) {
        bed.changed(++version);
    }

    private List<Tile> tiles(Collection<BedState> of) {
        return of.stream().map(this::tile).toList();
    }

    private Tile tile(BedState bed) {
        Lying lying = bed.lying();
        return bed.tile(
                statuses,
                lying == null ? List.of() : alarms.openOf(lying.patient().getPatientRef()));
    }

    /** Something as it was at a version of the board. */
    public record Versioned<T>(long version, T value) {}
}
