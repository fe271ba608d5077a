package org.wardlight.station.board;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.v1.Association;
import org.wardlight.events.v1.DeviceRegistration;
import org.wardlight.events.v1.ExpectedSignal;
import org.wardlight.events.v1.Patient;
import org.wardlight.events.v1.PatientLimits;
import org.wardlight.events.v1.Score;
import org.wardlight.station.plan.WardPlan.Occupant;

/** Somebody who lies in a bed, and everything that is known of them; goes with them to another bed. */
final class Lying {

    private final Readings readings = new Readings();
    private final ModelScores models = new ModelScores();
    private final Map<String, DeviceRegistration> devices = new TreeMap<>();
    private Patient patient;
    private Occupant occupant;
    private @Nullable PatientLimits limits;
    private List<PauseInForce> pauses = List.of();
    private @Nullable Score news2;

    Lying(Patient patient, Occupant occupant) {
        this.patient = patient;
        this.occupant = occupant;
    }

    /** What is known of them changes. */
    void describe(Patient newPatient, Occupant newOccupant) {
        patient = newPatient;
        occupant = newOccupant;
    }

    Patient patient() {
        return patient;
    }

    Occupant occupant() {
        return occupant;
    }

    @Nullable
    PatientLimits limits() {
        return limits;
    }

    void limits(PatientLimits newLimits) {
        limits = newLimits;
    }

    List<PauseInForce> pauses() {
        return pauses;
    }

    void pauses(List<PauseInForce> now) {
        pauses = now;
    }

    Readings readings() {
        return readings;
    }

    @Nullable
    Score news2() {
        return news2;
    }

    ModelScores models() {
        return models;
    }

    /** Takes the score if it is the newest; says whether it is. */
    boolean score(Score score) {
        if (!score.getScoreId().equals(Scores.NEWS2)) {
            return models.take(score);
        }
        if (news2 != null && news2.getTimeMs() > score.getTimeMs()) {
            return false;
        }
        news2 = score;
        return true;
    }

    void wears(DeviceRegistration device) {
        devices.put(device.getDeviceId(), device);
    }

    /** Says whether it was worn by them. */
    boolean takesOff(String deviceId) {
        return devices.remove(deviceId) != null;
    }

    boolean wearsDevice(String deviceId) {
        return devices.containsKey(deviceId);
    }

    List<ExpectedSignal> expectedSignals() {
        return devices.values().stream()
                .flatMap(device -> device.getSignalsList().stream())
                .toList();
    }

    @Nullable
    DeviceRegistration newestDevice() {
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
}
