package org.wardlight.stream.device;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.CareProfiles;
import org.wardlight.events.v1.Association;
import org.wardlight.events.v1.DeviceRegistration;
import org.wardlight.events.v1.ExpectedSignal;
import org.wardlight.events.v1.LimitRule;
import org.wardlight.events.v1.PatientLimits;
import org.wardlight.stream.attribution.ClockState;
import org.wardlight.stream.attribution.HeldReadings;
import org.wardlight.stream.limits.Limit;
import org.wardlight.stream.limits.LimitState;
import org.wardlight.stream.quality.StepState;
import org.wardlight.stream.sequence.SequenceState;
import org.wardlight.stream.signal.SignalState;

/**
 * Everything the job remembers of one device, or of what was charted of one patient. Ends 72 h after its last record (time to
 * live), or when the topic no longer keeps what was quarantined of it.
 */
public class DeviceState {
    /** The device. */
    public String deviceId = "";
    /** The place it is at, as its messages say, or else the record of a patient; empty while unknown. */
    public String site = "";
    /** Ingest time of the last record applied, ms. */
    public long clockMillis;
    /** Order and repeats. */
    public SequenceState sequence = new SequenceState();
    /** The device's own clock. */
    public ClockState clock = new ClockState();
    /** DeviceRegistration as bytes; empty while unknown. */
    public byte[] registration = new byte[0];
    /** Who wears it now; empty for nobody. */
    public String wearer = "";
    /** When that was looked up last, ingest clock, ms. */
    public long wearerAsOfMillis;
    /** Its expected signals. */
    public List<SignalState> signals = new ArrayList<>();
    /** The limits that are not at rest. */
    public List<LimitState> limits = new ArrayList<>();
    /** PatientLimits as bytes, by patient. */
    public Map<String, byte[]> patientLimits = new HashMap<>();
    /** Readings without a wearer. */
    public List<HeldReadings> unassigned = new ArrayList<>();
    /** How many messages were quarantined: the number of the last one. */
    public long quarantined;
    /** The numbers of those that were released since, as inclusive ranges. */
    public long[] released = new long[0];
    /** The last charted entries, oldest first: what a correction may replace. */
    public List<ChartedState> charted = new ArrayList<>();

    /** What is wrong with it as a whole. */
    public List<TroubleState> troubles = new ArrayList<>();
    /** Values that jumped too far, by vital. */
    public List<StepState> steps = new ArrayList<>();
    /** Ingest time of its last live message, or of the association when none came since, ms. */
    public long heardMillis;
    /** Device time of that message, ms. */
    public long heardDeviceMillis;
    /** Whether nothing was heard of it yet since it was put on. */
    public boolean awaited;

    private static final List<Limit> STANDING = Limit.of(CareProfiles.standing().getRulesList());
    private static final List<Limit> ADULT_WARD =
            withStanding(CareProfiles.adultWard().getRulesList());

    private transient @Nullable DeviceRegistration parsedRegistration;
    private transient long knownSilenceMillis;
    private transient @Nullable List<Limit> parsedRules;

    /** For the state serializer. */
    public DeviceState() {}

    DeviceRegistration knownRegistration() {
        DeviceRegistration parsed = parsedRegistration;
        if (parsed == null) {
            parsed = parse(registration);
            parsedRegistration = parsed;
        }
        return parsed;
    }

    /** Without a live message for this long the device is lost, ms; {@link Long#MAX_VALUE} when nothing is expected of it. */
    long silenceMillis() {
        if (knownSilenceMillis == 0) {
            DeviceRegistration known = knownRegistration();
            long firstSignal = known.getSignalsList().stream()
                    .mapToLong(ExpectedSignal::getNoSignalAfterMs)
                    .min()
                    .orElse(Long.MAX_VALUE);
            boolean said = known.getLostAfterMs() > 0 && known.getSignalsCount() > 0;
            knownSilenceMillis = said ? known.getLostAfterMs() : firstSignal;
        }
        return knownSilenceMillis;
    }

    void register(DeviceRegistration changed) {
        registration = changed.toByteArray();
        parsedRegistration = changed;
        knownSilenceMillis = 0;
        // Limits are kept for whoever may still be judged by them.
        Set<String> wearers = changed.getAssociationsList().stream()
                .map(Association::getPatientRef)
                .collect(Collectors.toSet());
        patientLimits.keySet().retainAll(wearers);
    }

    /** The limits of the present wearer, their own or those for adults on a ward; and what holds for everybody. */
    List<Limit> rules() {
        List<Limit> rules = parsedRules;
        if (rules == null) {
            byte[] own = patientLimits.get(wearer);
            rules = own == null ? ADULT_WARD : withStanding(parseLimits(own));
            parsedRules = rules;
        }
        return rules;
    }

    private static List<Limit> withStanding(List<LimitRule> own) {
        return Stream.concat(Limit.of(own).stream(), STANDING.stream()).toList();
    }

    /** Where the numbers come from is of no use here, and would be most of the bytes. */
    void limit(PatientLimits changed) {
        PatientLimits.Builder kept = changed.toBuilder();
        kept.getRulesBuilderList().forEach(LimitRule.Builder::clearSource);
        patientLimits.put(changed.getPatientRef(), kept.build().toByteArray());
        parsedRules = null;
    }

    void wornBy(String patientRef) {
        wearer = patientRef;
        parsedRules = null;
    }

    private static DeviceRegistration parse(byte[] bytes) {
        try {
            return DeviceRegistration.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("device registration in state cannot be read", e);
        }
    }

    private static List<LimitRule> parseLimits(byte[] bytes) {
        try {
            return PatientLimits.parseFrom(bytes).getRulesList();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("patient limits in state cannot be read", e);
        }
    }
}
