package org.wardlight.station.register;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.wardlight.events.DeviceId;
import org.wardlight.events.v1.ExpectedSignal;
import org.wardlight.events.v1.Vital;
import org.wardlight.station.plan.WardPlan.DeviceProfile;
import org.wardlight.station.register.RegisterRefusal.Reason;

/**
 * Devices of a kind that the plan does not know: how often they send what, and which silence is a loss. From then on the
 * register knows their kind, and whoever puts one on need not tell it. Pure.
 */
final class DeviceDeclaration {

    private static final int MOST_DEVICES = 1_000;
    private static final long LONGEST_SILENCE_MS = Duration.ofDays(2).toMillis();

    private DeviceDeclaration() {}

    /** Of each device the signals anew; who wears it stays. */
    static Decision declare(Ward ward, List<String> deviceIds, String profile, List<ExpectedSignal> signals)
            throws RegisterRefusal {
        if (deviceIds.isEmpty() || deviceIds.size() > MOST_DEVICES) {
            throw invalid("1 to " + MOST_DEVICES + " devices are declared at once.");
        }
        check(ward, profile, signals);
        List<Change> changes = new ArrayList<>();
        for (String id : new TreeSet<>(deviceIds)) {
            declared(ward, id, profile, signals).ifPresent(changes::add);
        }
        return new Decision(
                changes,
                changes.size() + (changes.size() == 1 ? " device" : " devices") + " declared as " + profile,
                "the ward");
    }

    private static Optional<Change> declared(Ward ward, String id, String profile, List<ExpectedSignal> signals)
            throws RegisterRefusal {
        DeviceDecisions.checkId(id);
        RegisteredDevice known = ward.state().device(id).orElse(null);
        if (known == null) {
            RegisteredDevice fresh = new RegisteredDevice(
                    id, profile, signals, List.of(), ward.by().revisionAfter(0));
            return Optional.of(new Change.DevicePut(fresh, List.of(), List.of()));
        }
        if (known.profile().equals(profile) && known.signals().equals(signals)) {
            return Optional.empty();
        }
        if (known.open() != null && !known.profile().equals(profile)) {
            throw new RegisterRefusal(
                    Reason.CONFLICT, "Somebody wears " + id + " as " + known.profile() + ". Take it off first.");
        }
        RegisteredDevice after = known.as(profile, signals, ward.by().revisionAfter(known.revision()));
        return Optional.of(new Change.DevicePut(after, List.of(), List.of()));
    }

    private static void check(Ward ward, String profile, List<ExpectedSignal> signals) throws RegisterRefusal {
        if (!DeviceId.isValid(profile)) {
            throw invalid("A kind of device is named as a device is, with 1 to 64 letters, digits and - _ . :.");
        }
        DeviceProfile planned = ward.plan().profile(profile).orElse(null);
        if (planned != null && !Ward.signals(planned).equals(signals)) {
            throw new RegisterRefusal(
                    Reason.CONFLICT, "The plan of the ward says otherwise what a " + profile + " delivers.");
        }
        if (signals.isEmpty()) {
            throw invalid("A device delivers something.");
        }
        Set<Vital> seen = EnumSet.noneOf(Vital.class);
        for (ExpectedSignal signal : signals) {
            if (!seen.add(signal.getVital())) {
                throw invalid("Each vital is declared once.");
            }
            if (signal.getIntervalMs() < 1
                    || signal.getNoSignalAfterMs() <= signal.getIntervalMs()
                    || signal.getNoSignalAfterMs() > LONGEST_SILENCE_MS) {
                throw invalid("A loss is told after more than one interval, and within 48 hours.");
            }
        }
    }

    private static RegisterRefusal invalid(String sentence) {
        return new RegisterRefusal(Reason.INVALID, sentence);
    }
}
