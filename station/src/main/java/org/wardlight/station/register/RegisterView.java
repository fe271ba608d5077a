package org.wardlight.station.register;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.CareProfiles;
import org.wardlight.events.VitalCatalogue;
import org.wardlight.events.v1.Authorship;
import org.wardlight.events.v1.Rota;
import org.wardlight.events.v1.RotaStep;
import org.wardlight.station.plan.WardPlan;
import org.wardlight.station.plan.WardPlan.DeviceProfile;

/** The register as a person at a browser reads it. Times are ms since 1970 on the ward clock. */
public record RegisterView(
        String ward,
        long serverTime,
        List<BedView> beds,
        List<PatientView> patients,
        List<DeviceView> devices,
        List<ProfileView> profiles,
        List<CareProfileView> careProfiles,
        List<StaffView> staff,
        RotaView rota) {

    static RegisterView of(WardPlan plan, WardState state, long nowMillis) {
        return new RegisterView(
                plan.ward().id(),
                nowMillis,
                state.beds().stream().map(bed -> bed(state, bed)).toList(),
                state.openStays().stream().map(RegisterView::patient).toList(),
                state.devices().stream()
                        .map(device -> device(state, device))
                        .flatMap(Optional::stream)
                        .toList(),
                plan.profiles().stream().map(RegisterView::profile).toList(),
                CareProfiles.all().stream()
                        .map(profile -> new CareProfileView(profile.getId(), profile.getTitle()))
                        .toList(),
                plan.staff().stream()
                        .map(member -> new StaffView(
                                member.id(), member.name(), member.role().id()))
                        .toList(),
                rota(state.rota()));
    }

    private static BedView bed(WardState state, WardBed bed) {
        Stay lying = state.lyingIn(bed.id());
        return new BedView(bed.id(), bed.position(), bed.nurse(), lying == null ? null : lying.patientRef());
    }

    private static PatientView patient(Stay stay) {
        Authorship order = stay.scaleOrder();
        String exclusion = stay.occupant().news2Exclusion();
        return new PatientView(
                stay.patientRef(),
                stay.bedId(),
                stay.occupant().initials(),
                stay.occupant().ageYears(),
                stay.occupant().sex(),
                Integer.toString(stay.occupant().spo2Scale()),
                order == null ? null : new OrderView(order.getActor(), order.getReason(), order.getTimeMs()),
                stay.occupant().careProfile(),
                exclusion.isEmpty() ? null : exclusion,
                stay.admittedMillis(),
                stay.revision());
    }

    /** Empty for a device that only other wards have to do with. */
    private static Optional<DeviceView> device(WardState state, RegisteredDevice device) {
        List<AssociationView> ours = device.worn().stream()
                .flatMap(worn -> state.stay(worn.patientRef()).map(stay -> association(worn, stay)).stream())
                .toList();
        boolean foreign = ours.isEmpty() && !device.worn().isEmpty();
        return foreign ? Optional.empty() : Optional.of(new DeviceView(device.id(), device.profile(), ours));
    }

    private static AssociationView association(Worn worn, Stay stay) {
        return new AssociationView(
                worn.id(),
                worn.patientRef(),
                stay.bedId(),
                worn.fromMillis(),
                worn.toMillis(),
                worn.by().actor(),
                worn.by().reason(),
                worn.by().atMillis());
    }

    private static ProfileView profile(DeviceProfile profile) {
        return new ProfileView(
                profile.id(),
                profile.signals().stream()
                        .map(signal -> new SignalView(
                                VitalCatalogue.standard().get(signal.vital()).getId(),
                                signal.interval().toMillis(),
                                signal.noSignalAfter().toMillis()))
                        .toList());
    }

    private static RotaView rota(@Nullable Rota rota) {
        Rota known = rota == null ? Rota.getDefaultInstance() : rota;
        return new RotaView(
                known.getTimeZone(),
                known.getShiftsList().stream()
                        .map(shift -> new ShiftView(
                                shift.getName(), clockTime(shift.getFromMinute()), steps(shift.getStepsList())))
                        .toList(),
                steps(known.getStepsList()),
                known.getRevision());
    }

    private static List<StepView> steps(List<RotaStep> steps) {
        return steps.stream()
                .map(step -> new StepView(
                        step.getRole(), step.getReceiver(), step.getPerson().isEmpty() ? null : step.getPerson()))
                .toList();
    }

    private static String clockTime(int minuteOfDay) {
        return String.format(Locale.ROOT, "%02d:%02d", minuteOfDay / 60, minuteOfDay % 60);
    }

    /** A bed; {@code nurse} is a staff id. */
    public record BedView(
            String id, int position, String nurse, @Nullable String patientRef) {}

    /** Who lies here. */
    public record PatientView(
            String patientRef,
            String bed,
            String initials,
            @Nullable Integer age,
            String sex,
            String spo2Scale,
            @Nullable OrderView scaleOrder,
            String careProfile,
            @Nullable String news2Exclusion,
            long admittedAt,
            long revision) {}

    /** Who ordered something. */
    public record OrderView(String actor, String reason, long time) {}

    /** A device and who of this ward wore it. */
    public record DeviceView(String id, String profile, List<AssociationView> associations) {}

    /** Somebody wore a device. */
    public record AssociationView(
            String id,
            String patientRef,
            String bed,
            long from,
            @Nullable Long to,
            String actor,
            String reason,
            long recordedAt) {}

    /** What a kind of device delivers. */
    public record ProfileView(String id, List<SignalView> signals) {}

    /** One vital of a profile. */
    public record SignalView(String vital, long intervalMs, long noSignalAfterMs) {}

    /** A care profile by name. */
    public record CareProfileView(String id, String title) {}

    /** Somebody who works here. */
    public record StaffView(String id, String name, String role) {}

    /** Who is asked about alarms; {@code steps} when no shift is named. */
    public record RotaView(String timeZone, List<ShiftView> shifts, List<StepView> steps, long revision) {}

    /** A shift; {@code from} is HH:MM by the clock of the ward. */
    public record ShiftView(String name, String from, List<StepView> steps) {}

    /** One step; {@code person} as called on screen, absent for the nurse of the bed. */
    public record StepView(
            String role, String receiver, @Nullable String person) {}
}
