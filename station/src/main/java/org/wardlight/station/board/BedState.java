package org.wardlight.station.board;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.v1.Association;
import org.wardlight.events.v1.DeviceRegistration;
import org.wardlight.events.v1.DeviceStatus;
import org.wardlight.events.v1.ExpectedSignal;
import org.wardlight.events.v1.Patient;
import org.wardlight.events.v1.PatientLimits;
import org.wardlight.events.v1.Score;
import org.wardlight.events.v1.Spo2Scale;
import org.wardlight.station.board.Tile.DeviceState;
import org.wardlight.station.plan.WardPlan.Occupant;

/** What is known of one bed. */
final class BedState {

    private final String id;
    private final int order;
    private final String nurse;
    private final Map<String, DeviceRegistration> devices = new TreeMap<>();

    private @Nullable Patient patient;
    private @Nullable Occupant occupant;
    private @Nullable PatientLimits limits;
    private @Nullable Score news2;
    private Readings readings = new Readings();
    private long version;

    BedState(String id, int order, String nurse) {
        this.id = id;
        this.order = order;
        this.nurse = nurse;
    }

    String id() {
        return id;
    }

    @Nullable
    String patientRef() {
        return patient == null ? null : patient.getPatientRef();
    }

    long version() {
        return version;
    }

    void changed(long newVersion) {
        version = newVersion;
    }

    /** Somebody comes, or what is known of them changes. Nothing of whoever lay here before stays. */
    void admit(Patient newPatient, Occupant who) {
        if (!newPatient.getPatientRef().equals(patientRef())) {
            clear();
        }
        patient = newPatient;
        occupant = who;
    }

    void clear() {
        patient = null;
        occupant = null;
        limits = null;
        news2 = null;
        readings = new Readings();
        devices.clear();
    }

    @Nullable
    Patient patient() {
        return patient;
    }

    @Nullable
    PatientLimits limits() {
        return limits;
    }

    void limits(PatientLimits newLimits) {
        limits = newLimits;
    }

    void wears(DeviceRegistration device) {
        devices.put(device.getDeviceId(), device);
    }

    /** Says whether it was worn here. */
    boolean takesOff(String deviceId) {
        return devices.remove(deviceId) != null;
    }

    boolean wearsDevice(String deviceId) {
        return devices.containsKey(deviceId);
    }

    Readings readings() {
        return readings;
    }

    /** Takes the score if it is the newest; says whether it is. */
    boolean score(Score score) {
        if (news2 != null && news2.getTimeMs() > score.getTimeMs()) {
            return false;
        }
        news2 = score;
        return true;
    }

    Tile tile(Map<String, DeviceStatus> statuses, List<Alarm> open) {
        if (patient == null || occupant == null) {
            return new Tile(id, order, "empty", null, null, null, nurse, null, null, null, List.of(), null, List.of());
        }
        DeviceRegistration device = newestDevice();
        return new Tile(
                id,
                order,
                device == null ? "no-device" : "occupied",
                patient.getPatientRef(),
                occupant.initials(),
                occupant.ageYears(),
                nurse,
                patient.getSpo2Scale() == Spo2Scale.SCALE_2 ? "2" : "1",
                patient.getCareProfile(),
                device == null ? null : deviceState(device, statuses.get(device.getDeviceId())),
                readings.numerics(expectedSignals()),
                news2 == null ? null : Scores.news2(news2),
                open);
    }

    private List<ExpectedSignal> expectedSignals() {
        return devices.values().stream()
                .flatMap(device -> device.getSignalsList().stream())
                .toList();
    }

    private @Nullable DeviceRegistration newestDevice() {
        DeviceRegistration newest = null;
        for (DeviceRegistration device : devices.values()) {
            if (newest == null || wornSince(device) > wornSince(newest)) {
                newest = device;
            }
        }
        return newest;
    }

    private static long wornSince(DeviceRegistration device) {
        List<Association> all = device.getAssociationsList();
        return all.isEmpty() ? 0 : all.get(all.size() - 1).getFromMs();
    }

    private static DeviceState deviceState(DeviceRegistration device, @Nullable DeviceStatus status) {
        String connection = status == null ? null : Words.idOrNull(status.getConnection());
        return new DeviceState(
                device.getDeviceId(),
                device.getProfile(),
                connection == null ? "unknown" : connection,
                status != null && status.hasBatteryPercent() ? status.getBatteryPercent() : null);
    }
}
