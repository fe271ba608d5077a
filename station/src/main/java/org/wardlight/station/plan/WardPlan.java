package org.wardlight.station.plan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.v1.Vital;

/**
 * A ward as planned: who lies in which bed with which device, who works there, who is asked about an alarm. Names and
 * initials stay in this process; only pseudonyms go on a topic.
 *
 * @param beds in bed order, which is the order of the board
 * @param ownDeviceBed the empty bed for a person's own device, absent when the plan has none; not one of {@code beds}
 */
public record WardPlan(
        String site,
        Ward ward,
        List<DeviceProfile> profiles,
        List<StaffMember> staff,
        List<RotaEntry> rota,
        List<Bed> beds,
        @Nullable Bed ownDeviceBed) {

    /** Where the plan of the demonstration stands on the classpath. */
    public static final String DEMO = "/org/wardlight/station/demo-ward.yaml";

    /** Copies the lists. */
    public WardPlan {
        profiles = List.copyOf(profiles);
        staff = List.copyOf(staff);
        rota = List.copyOf(rota);
        beds = List.copyOf(beds);
    }

    /**
     * Reads a plan.
     *
     * @throws InvalidWardPlan naming every problem of the file
     */
    public static WardPlan load(Path file) throws IOException {
        return PlanReader.read(file.toString(), Files.readString(file));
    }

    /** The plan of the demonstration: sixteen beds, one more for a device of one's own. */
    public static WardPlan demo() {
        try (InputStream in = WardPlan.class.getResourceAsStream(DEMO)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + DEMO);
            }
            return PlanReader.read("the demonstration ward", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + DEMO, e);
        }
    }

    /**
     * The same ward with another number of beds: the first ones, or further ones made up after a fixed rule. The bed for
     * one's own device stays, and moves up when its number is needed.
     *
     * @throws IllegalArgumentException unless the number lies in 1 to 10,000
     */
    public WardPlan resized(int count) {
        return BedCount.resize(this, count);
    }

    /** Every bed of the board in its order; the one for one's own device is last. */
    public List<Bed> allBeds() {
        if (ownDeviceBed == null) {
            return beds;
        }
        return Stream.concat(beds.stream(), Stream.of(ownDeviceBed)).toList();
    }

    /** The devices of the plan, in bed order: what a simulator has to be. */
    public List<PlannedDevice> devices() {
        List<PlannedDevice> devices = new ArrayList<>();
        for (int i = 0; i < beds.size(); i++) {
            Bed bed = beds.get(i);
            Device device = bed.device();
            if (device != null) {
                devices.add(new PlannedDevice(bed.id(), i, device.id(), device.profile()));
            }
        }
        return List.copyOf(devices);
    }

    /** The profile with this id. */
    public Optional<DeviceProfile> profile(String id) {
        return profiles.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    /** The member of staff with this id. */
    public Optional<StaffMember> staffMember(String id) {
        return staff.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    /** A ward. */
    public record Ward(String id, String name, ZoneId timeZone) {}

    /** What a kind of device delivers. */
    public record DeviceProfile(String id, List<Signal> signals) {
        /** Copies the list. */
        public DeviceProfile {
            signals = List.copyOf(signals);
        }
    }

    /** One vital of a profile: sent every {@code interval}, reported lost after {@code noSignalAfter} of silence. */
    public record Signal(Vital vital, Duration interval, Duration noSignalAfter) {}

    /** What a person may do: each role may also do what the ones before it may. */
    public enum Role {
        VIEWER,
        NURSE,
        CHARGE,
        ADMIN;

        /** As it stands in the plan and on screen. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether this role may do what needs the other. */
        public boolean includes(Role needed) {
            return compareTo(needed) >= 0;
        }
    }

    /** Somebody who works on the ward. */
    public record StaffMember(String id, String name, Role role) {}

    /** One step of the rota. {@code person} is a staff id, absent when the bed decides it. */
    public record RotaEntry(
            String role, String receiver, @Nullable String person) {}

    /** A bed; without a patient it is empty. {@code nurse} is a staff id. */
    public record Bed(
            String id,
            String nurse,
            @Nullable Occupant patient,
            @Nullable Device device) {}

    /**
     * Who lies in a bed.
     *
     * @param ageYears years, 0 to 130; absent when not known
     * @param spo2Scale SpO2 scale of NEWS2, 1 or, on a clinician's recorded order, 2
     * @param news2Exclusion why NEWS2 is not made for them beside their age, one of {@link #NEWS2_EXCLUSIONS}; empty for
     *     no reason
     */
    public record Occupant(
            String initials,
            @Nullable Integer ageYears,
            String sex,
            int spo2Scale,
            String careProfile,
            String news2Exclusion) {

        /** That of a pregnancy. */
        public static final String PREGNANT = "pregnant";

        /** That of an injury of the spinal cord. */
        public static final String SPINAL_CORD_INJURY = "spinal-cord-injury";

        /** For whom NEWS2 is not made: Royal College of Physicians, NEWS2, 2017. */
        public static final List<String> NEWS2_EXCLUSIONS = List.of(PREGNANT, SPINAL_CORD_INJURY);

        /** Somebody for whom NEWS2 is made, if the age allows it. */
        public Occupant(String initials, @Nullable Integer ageYears, String sex, int spo2Scale, String careProfile) {
            this(initials, ageYears, sex, spo2Scale, careProfile, "");
        }

        /** The same by another scale. */
        public Occupant onScale(int scale) {
            return new Occupant(initials, ageYears, sex, scale, careProfile, news2Exclusion);
        }

        /** The same by another care profile. */
        public Occupant judgedBy(String profile) {
            return new Occupant(initials, ageYears, sex, spo2Scale, profile, news2Exclusion);
        }
    }

    /** A device and the profile that says what it delivers. */
    public record Device(String id, String profile) {}

    /**
     * A device of the plan with its place.
     *
     * @param bedIndex place of the bed in the plan, from 0
     */
    public record PlannedDevice(String bedId, int bedIndex, String deviceId, String profile) {}
}
