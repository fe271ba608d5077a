package org.wardlight.station.register;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.v1.PatientLimits;
import org.wardlight.events.v1.Rota;

/** The register of one ward as the database has it. Changed only by what the database has taken. */
final class WardState {

    private final Map<String, WardBed> beds = new HashMap<>();
    private final Set<String> removedBeds = new HashSet<>();
    /** Read by the board without the register's lock. */
    private final Map<String, Stay> stays = new ConcurrentHashMap<>();

    private final Map<String, String> refByBed = new HashMap<>();
    private final Map<String, RegisteredDevice> devices = new TreeMap<>();
    private final Map<String, PatientLimits> limits = new HashMap<>();
    private @Nullable Rota rota;

    void apply(Decision decision) {
        decision.changes().forEach(this::apply);
    }

    void apply(Change change) {
        if (change instanceof Change.BedPut put) {
            beds.put(put.bed().id(), put.bed());
            removedBeds.remove(put.bed().id());
        } else if (change instanceof Change.BedRemoved removed) {
            beds.remove(removed.bedId());
            removedBeds.add(removed.bedId());
        } else if (change instanceof Change.StayPut put) {
            put(put.stay());
        } else if (change instanceof Change.DevicePut put) {
            devices.put(put.device().id(), put.device());
        } else if (change instanceof Change.LimitsPut put) {
            limits.put(put.limits().getPatientRef(), put.limits());
        } else if (change instanceof Change.RotaPut put) {
            rota = put.rota();
        }
    }

    List<WardBed> beds() {
        return beds.values().stream()
                .sorted(Comparator.comparingInt(WardBed::position).thenComparing(WardBed::id))
                .toList();
    }

    Optional<WardBed> bed(String id) {
        return Optional.ofNullable(beds.get(id));
    }

    /** Whether somebody has taken this bed away. */
    boolean isRemoved(String bedId) {
        return removedBeds.contains(bedId);
    }

    /** When the last one who was discharged from this bed left it; null when nobody was. */
    @Nullable
    Long leftAt(String bedId) {
        return stays.values().stream()
                .filter(stay -> stay.bedId().equals(bedId))
                .map(Stay::dischargedMillis)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** A stay of this ward, also one that has ended. */
    Optional<Stay> stay(String patientRef) {
        return Optional.ofNullable(stays.get(patientRef));
    }

    /** Stays that last. */
    List<Stay> openStays() {
        return stays.values().stream().filter(Stay::isOpen).toList();
    }

    /** Who lies in the bed; null when nobody does. */
    @Nullable
    Stay lyingIn(String bedId) {
        String ref = refByBed.get(bedId);
        return ref == null ? null : stays.get(ref);
    }

    Optional<RegisteredDevice> device(String id) {
        return Optional.ofNullable(devices.get(id));
    }

    Collection<RegisteredDevice> devices() {
        return devices.values();
    }

    List<RegisteredDevice> wornBy(String patientRef) {
        return devices.values().stream()
                .filter(device -> device.isWornBy(patientRef))
                .toList();
    }

    Optional<PatientLimits> limits(String patientRef) {
        return Optional.ofNullable(limits.get(patientRef));
    }

    @Nullable
    Rota rota() {
        return rota;
    }

    private void put(Stay stay) {
        Stay before = stays.put(stay.patientRef(), stay);
        if (before != null) {
            // Two who change beds come one after the other: the bed may be the other one's already.
            refByBed.remove(before.bedId(), before.patientRef());
        }
        if (stay.isOpen()) {
            refByBed.put(stay.bedId(), stay.patientRef());
        }
    }
}
