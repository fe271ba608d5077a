package org.wardlight.station.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.CareProfiles;
import org.wardlight.events.DeviceId;
import org.wardlight.events.VitalCatalogue;
import org.wardlight.events.v1.Vital;
import org.wardlight.station.plan.WardPlan.Bed;
import org.wardlight.station.plan.WardPlan.Device;
import org.wardlight.station.plan.WardPlan.DeviceProfile;
import org.wardlight.station.plan.WardPlan.Occupant;
import org.wardlight.station.plan.WardPlan.Role;
import org.wardlight.station.plan.WardPlan.RotaEntry;
import org.wardlight.station.plan.WardPlan.Signal;
import org.wardlight.station.plan.WardPlan.StaffMember;
import org.wardlight.station.plan.WardPlan.Ward;

/** Reads a plan by a closed schema. Goes on after a problem, so that one run names them all. */
final class PlanReader {

    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory()).enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
    private static final List<String> SEXES = List.of("female", "male", "other", "unknown");
    private static final String ABSENT = "";

    private final List<String> problems = new ArrayList<>();

    private PlanReader() {}

    static WardPlan read(String origin, String yaml) {
        PlanReader reader = new PlanReader();
        JsonNode tree;
        try {
            tree = YAML.readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new InvalidWardPlan(origin, List.of("not readable as YAML: " + e.getOriginalMessage()));
        }
        if (tree == null || !tree.isObject()) {
            throw new InvalidWardPlan(origin, List.of("not a mapping of keys to values"));
        }
        WardPlan plan = reader.plan(new PlanKeys("", tree, reader.problems));
        reader.problems.addAll(PlanReferences.problems(plan));
        if (!reader.problems.isEmpty()) {
            throw new InvalidWardPlan(origin, reader.problems);
        }
        return plan;
    }

    private WardPlan plan(PlanKeys keys) {
        keys.only("site", "ward", "device-profiles", "staff", "rota", "beds", "own-device-bed");
        PlanKeys own = keys.optionalObject("own-device-bed");
        return new WardPlan(
                keys.text("site"),
                ward(keys.object("ward")),
                keys.object("device-profiles").members().stream()
                        .map(this::profile)
                        .toList(),
                keys.list("staff").stream().map(this::staffMember).toList(),
                keys.list("rota").stream().map(this::rotaEntry).toList(),
                keys.list("beds").stream().map(this::bed).toList(),
                own == null ? null : ownDeviceBed(own));
    }

    private Ward ward(PlanKeys keys) {
        keys.only("id", "name", "time-zone");
        return new Ward(keys.text("id"), keys.text("name"), zone(keys));
    }

    private ZoneId zone(PlanKeys keys) {
        String zone = keys.text("time-zone");
        try {
            return zone.isEmpty() ? ZoneOffset.UTC : ZoneId.of(zone);
        } catch (DateTimeException e) {
            keys.problem("time-zone", "is not a time zone: " + zone);
            return ZoneOffset.UTC;
        }
    }

    private DeviceProfile profile(PlanKeys keys) {
        return new DeviceProfile(
                keys.name(), keys.members().stream().map(this::signal).toList());
    }

    private Signal signal(PlanKeys keys) {
        keys.only("interval", "no-signal-after");
        Vital vital = VitalCatalogue.standard()
                .find(keys.name())
                .map(d -> d.getVital())
                .orElse(Vital.VITAL_UNSPECIFIED);
        if (vital == Vital.VITAL_UNSPECIFIED) {
            keys.problem("is not a vital of the catalogue");
        }
        Duration interval = keys.duration("interval");
        Duration noSignalAfter = keys.duration("no-signal-after");
        if (!noSignalAfter.isZero() && noSignalAfter.compareTo(interval) <= 0) {
            keys.problem("no-signal-after", "must be longer than the interval");
        }
        return new Signal(vital, interval, noSignalAfter);
    }

    private StaffMember staffMember(PlanKeys keys) {
        keys.only("id", "name", "role");
        return new StaffMember(keys.text("id"), keys.text("name"), role(keys));
    }

    private Role role(PlanKeys keys) {
        String id = keys.text("role");
        for (Role role : Role.values()) {
            if (role.id().equals(id)) {
                return role;
            }
        }
        if (!id.isEmpty()) {
            keys.problem("role", "must be viewer, nurse, charge or admin, not " + id);
        }
        return Role.VIEWER;
    }

    private RotaEntry rotaEntry(PlanKeys keys) {
        keys.only("role", "receiver", "person");
        return new RotaEntry(keys.text("role"), keys.text("receiver"), keys.optionalText("person"));
    }

    private Bed bed(PlanKeys keys) {
        keys.only("id", "nurse", "patient", "device");
        PlanKeys patient = keys.optionalObject("patient");
        PlanKeys device = keys.optionalObject("device");
        if (device != null && patient == null) {
            keys.problem("device", "needs a patient in the bed who wears it");
        }
        return new Bed(
                keys.text("id"),
                keys.text("nurse"),
                patient == null ? null : occupant(patient),
                device == null ? null : device(device));
    }

    private Bed ownDeviceBed(PlanKeys keys) {
        keys.only("id", "nurse");
        return new Bed(keys.text("id"), keys.text("nurse"), null, null);
    }

    private Occupant occupant(PlanKeys keys) {
        keys.only("initials", "age", "sex", "spo2-scale", "care-profile", "news2-exclusion");
        String sex = keys.text("sex");
        if (!sex.isEmpty() && !SEXES.contains(sex)) {
            keys.problem("sex", "must be one of " + String.join(", ", SEXES) + ", not " + sex);
        }
        String careProfile = keys.text("care-profile");
        if (!careProfile.isEmpty() && CareProfiles.find(careProfile).isEmpty()) {
            keys.problem("care-profile", "is not known: " + careProfile);
        }
        String exclusion = keys.has("news2-exclusion") ? keys.text("news2-exclusion") : "";
        if (!exclusion.isEmpty() && !Occupant.NEWS2_EXCLUSIONS.contains(exclusion)) {
            keys.problem("news2-exclusion", "must be one of " + String.join(", ", Occupant.NEWS2_EXCLUSIONS));
        }
        return new Occupant(
                keys.text("initials"),
                keys.number("age", 0, 130),
                sex.toLowerCase(Locale.ROOT),
                scale(keys),
                careProfile,
                exclusion);
    }

    private int scale(PlanKeys keys) {
        @Nullable Integer scale = keys.number("spo2-scale", 1, 2);
        return scale == null ? 1 : scale;
    }

    private Device device(PlanKeys keys) {
        keys.only("id", "profile");
        String id = keys.text("id");
        if (!id.equals(ABSENT) && !DeviceId.isValid(id)) {
            keys.problem("id", "is not a device id: " + id);
        }
        return new Device(id, keys.text("profile"));
    }
}
