package org.wardlight.station.board;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.v1.DeviceRegistration;
import org.wardlight.events.v1.DeviceStatus;
import org.wardlight.events.v1.Patient;
import org.wardlight.events.v1.Score;
import org.wardlight.events.v1.ScoreKind;
import org.wardlight.events.v1.Spo2Scale;
import org.wardlight.station.board.Tile.DeviceState;

/** What is known of one bed, and of whoever lies in it. */
final class BedState {

    private final String id;
    private int order;
    private String nurse;
    private @Nullable Lying lying;
    private long version;

    BedState(String id, int order, String nurse) {
        this.id = id;
        this.order = order;
        this.nurse = nurse;
    }

    String id() {
        return id;
    }

    String nurse() {
        return nurse;
    }

    long version() {
        return version;
    }

    void changed(long newVersion) {
        version = newVersion;
    }

    /** Says whether that is news. */
    boolean furnish(int newOrder, String newNurse) {
        boolean news = order != newOrder || !nurse.equals(newNurse);
        order = newOrder;
        nurse = newNurse;
        return news;
    }

    @Nullable
    Lying lying() {
        return lying;
    }

    /** Somebody lies here from now on, with all that is known of them; nobody when null. */
    void lie(@Nullable Lying newLying) {
        lying = newLying;
    }

    Tile tile(Map<String, DeviceStatus> statuses, List<Alarm> open) {
        Lying here = lying;
        if (here == null) {
            return new Tile(
                    id, order, "empty", null, null, null, nurse, null, null, null, List.of(), null, null, null,
                    List.of(), List.of());
        }
        DeviceRegistration device = here.newestDevice();
        Patient patient = here.patient();
        Score news2 = here.news2();
        return new Tile(
                id,
                order,
                device == null ? "no-device" : "occupied",
                patient.getPatientRef(),
                here.occupant().initials(),
                here.occupant().ageYears(),
                nurse,
                patient.getSpo2Scale() == Spo2Scale.SCALE_2 ? "2" : "1",
                patient.getCareProfile(),
                device == null ? null : deviceState(device, statuses.get(device.getDeviceId())),
                here.readings().numerics(here.expectedSignals()),
                news2 == null ? null : Scores.news2(news2),
                here.models().of(ScoreKind.DETERIORATION),
                here.models().of(ScoreKind.ANOMALY),
                here.pauses(),
                open);
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
