package org.wardlight.station.register;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.DeviceId;
import org.wardlight.events.PatientRef;
import org.wardlight.events.v1.Association;
import org.wardlight.events.v1.Authorship;
import org.wardlight.events.v1.DeviceRegistration;
import org.wardlight.station.plan.WardPlan;
import org.wardlight.station.plan.WardPlan.DeviceProfile;
import org.wardlight.station.register.RegisterRefusal.Reason;

/**
 * The register of one ward. A restart of the station ends no stay: whoever the plan still has in the same bed keeps
 * pseudonym, admission and devices, so that no alarm ends because this process did. Every change is first kept in the
 * {@link RegisterLog}, then true.
 *
 * <p>Until there is a register database, the compacted register topics are its memory. What that means:
 *
 * <ul>
 *   <li>A register topic that was lost makes everybody a new stay.
 *   <li>The topics tell neither initials nor sex; these come from the plan, by bed. Ward, bed, age, SpO2 scale and care
 *       profile say whether somebody is the same. Two people alike in all of them, who follow each other in a bed
 *       between two starts, are taken for one: start once with the bed empty in between.
 *   <li>Somebody in a bed that the plan leaves empty stays as long as they wear a device that a person connected.
 * </ul>
 */
public final class WardRegister {

    private final WardPlan plan;
    private final InstantSource clock;
    private final RegisterLog log;
    private final RegisterExpansion expansion;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Stay> stayByBed = new ConcurrentHashMap<>();
    private final Map<String, Stay> stayByRef = new ConcurrentHashMap<>();
    private final Map<String, DeviceRegistration> devices = new HashMap<>();
    private final List<Consumer<RegisterRecord>> listeners = new CopyOnWriteArrayList<>();

    /** A register without anybody in it; {@link #open} fills it. */
    public WardRegister(WardPlan plan, InstantSource clock, RegisterLog log) {
        this.plan = plan;
        this.clock = clock;
        this.log = log;
        this.expansion = new RegisterExpansion(plan);
    }

    /** Hears of every record that the log has taken, and at the opening of those that go on, which it took before. */
    public void onKept(Consumer<RegisterRecord> listener) {
        listeners.add(listener);
    }

    /**
     * Brings the register of an earlier run in line with the plan: same occupant in the same bed, the stay goes on; another
     * one or none, it is discharged; everybody else is admitted. Writes only what differs, so doing it again writes
     * nothing.
     *
     * @throws IOException when it could not be kept
     */
    public synchronized void open(PreviousRegister previous) throws IOException {
        Authorship by = authorship(WardOpening.PLAN_ACTOR, "start of the ward", clock.millis());
        WardOpening.Outcome outcome = WardOpening.of(
                plan, previous, by, () -> PatientRef.random(random).value());
        // Before the log has it, so that whoever reads the topic finds the initials.
        outcome.stays().forEach(this::remember);
        log.append(outcome.news());
        devices.putAll(previous.devices());
        for (RegisterRecord record : outcome.inForce()) {
            if (record.value() instanceof DeviceRegistration device) {
                devices.put(record.key(), device);
            }
        }
        tell(outcome.inForce());
    }

    /**
     * Connects a device with the bed, from now on; admits somebody unknown when the bed is empty. Doing it again changes
     * nothing.
     *
     * @throws RegisterRefusal when bed, device or profile cannot be, or somebody else wears the device
     * @throws IOException when it could not be kept; then nothing has changed here
     */
    public synchronized void connect(String bedId, String deviceId, String profileId, String actor)
            throws RegisterRefusal, IOException {
        DeviceProfile profile = checked(bedId, deviceId, profileId);
        Stay lying = stayByBed.get(bedId);
        DeviceRegistration before = devices.get(deviceId);
        if (isWornBy(before, lying)) {
            return;
        }
        Authorship by = authorship(actor, "connected at the board", clock.millis());
        List<RegisterRecord> records = new ArrayList<>();
        Stay stay = lying == null ? new Stay(PatientRef.random(random).value(), bedId, Stay.ANONYMOUS) : lying;
        if (lying == null) {
            records.addAll(admission(stay, by));
        }
        DeviceRegistration device = expansion.worn(deviceId, profile, stay, before, by);
        records.add(RegisterRecord.of(device));
        // Before the log has it, so that whoever reads the topic finds the initials.
        remember(stay);
        try {
            keep(records);
        } catch (IOException e) {
            if (lying == null) {
                forget(stay);
            }
            throw e;
        }
        devices.put(deviceId, device);
    }

    /** Whose pseudonym this is; empty for one that has ended, or of another ward. */
    public Optional<Stay> stay(String patientRef) {
        return Optional.ofNullable(stayByRef.get(patientRef));
    }

    private DeviceProfile checked(String bedId, String deviceId, String profileId) throws RegisterRefusal {
        if (plan.allBeds().stream().noneMatch(bed -> bed.id().equals(bedId))) {
            throw new RegisterRefusal(Reason.UNKNOWN, "This ward has no such bed.");
        }
        if (!DeviceId.isValid(deviceId)) {
            throw new RegisterRefusal(
                    Reason.INVALID,
                    "A device id has 1 to 64 letters, digits and - _ . : and begins with a letter or digit.");
        }
        DeviceRegistration device = devices.get(deviceId);
        Association open = device == null ? null : RegisterExpansion.open(device);
        Stay wearer = open == null ? null : stayByRef.get(open.getPatientRef());
        if (open != null && (wearer == null || !wearer.bedId().equals(bedId))) {
            String where = wearer == null ? "another ward" : "bed " + wearer.bedId();
            throw new RegisterRefusal(
                    Reason.CONFLICT, "A patient in " + where + " wears this device. One device has one patient.");
        }
        return plan.profile(profileId)
                .orElseThrow(() -> new RegisterRefusal(
                        Reason.INVALID,
                        "The device profile is not known. Known: "
                                + String.join(
                                        ", ",
                                        plan.profiles().stream()
                                                .map(DeviceProfile::id)
                                                .toList())
                                + "."));
    }

    private static boolean isWornBy(@Nullable DeviceRegistration device, @Nullable Stay stay) {
        Association open = device == null ? null : RegisterExpansion.open(device);
        return open != null && stay != null && open.getPatientRef().equals(stay.patientRef());
    }

    private List<RegisterRecord> admission(Stay stay, Authorship by) {
        return List.of(
                RegisterRecord.of(expansion.admitted(stay, by.getTimeMs())),
                RegisterRecord.of(expansion.limits(stay, null, by)));
    }

    private void keep(List<RegisterRecord> records) throws IOException {
        log.append(records);
        tell(records);
    }

    private void tell(List<RegisterRecord> records) {
        records.forEach(record -> listeners.forEach(listener -> listener.accept(record)));
    }

    private void remember(Stay stay) {
        stayByBed.put(stay.bedId(), stay);
        stayByRef.put(stay.patientRef(), stay);
    }

    private void forget(Stay stay) {
        stayByBed.remove(stay.bedId());
        stayByRef.remove(stay.patientRef());
    }

    private static Authorship authorship(String actor, String reason, long now) {
        return Authorship.newBuilder()
                .setActor(actor)
                .setReason(reason)
                .setTimeMs(now)
                .build();
    }
}
