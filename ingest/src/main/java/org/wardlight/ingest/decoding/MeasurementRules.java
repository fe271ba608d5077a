package org.wardlight.ingest.decoding;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.wardlight.events.RejectionReason;
import org.wardlight.events.VitalCatalogue;
import org.wardlight.events.v1.BodySite;
import org.wardlight.events.v1.Code;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.MissingReason;
import org.wardlight.events.v1.ReadingFlag;
import org.wardlight.events.v1.Vital;
import org.wardlight.events.v1.VitalDefinition;

/**
 * What a measurement must be to enter the log: a vital of the catalogue with a possible number, a fitting code, or a reason
 * why there is none. Copies known fields only, so that nothing unknown travels on.
 */
final class MeasurementRules {

    /** SpO2 below this, %, is kept and flagged: real in the dying, more often a bad probe. Source: the vital catalogue. */
    private static final double USUAL_SPO2_FROM = 50;

    private static final int FULL_QUALITY_PERCENT = 100;

    private static final Map<Vital, Set<Code>> CODES = Map.of(
            Vital.CONSCIOUSNESS, EnumSet.of(Code.ALERT, Code.CONFUSED, Code.VOICE, Code.PAIN, Code.UNRESPONSIVE),
            Vital.POSTURE, EnumSet.of(Code.LYING, Code.SITTING, Code.STANDING));

    private final VitalCatalogue catalogue;

    MeasurementRules(VitalCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    Measurement canonical(Measurement given, long timeIfAbsent) throws Unusable {
        VitalDefinition vital = vital(given);
        Set<ReadingFlag> flags = flags(given, vital.getId());
        Measurement.Builder kept = Measurement.newBuilder()
                .setDeviceTimeMs(time(given, timeIfAbsent, vital.getId()))
                .setVital(given.getVital());
        if (given.getMethod() == Method.UNRECOGNIZED || given.getSite() == BodySite.UNRECOGNIZED) {
            throw Unusable.malformed(vital.getId() + " has a method or site that is not known");
        }
        kept.setMethod(given.getMethod()).setSite(given.getSite());
        switch (given.getResultCase()) {
            case VALUE -> kept.setValue(value(given, vital, flags));
            case CODE -> kept.setCode(code(given, vital));
            case MISSING -> kept.setMissing(missing(given, vital));
            case RESULT_NOT_SET ->
                throw Unusable.malformed(
                        vital.getId() + " has neither a value nor a code nor a reason why it is missing");
        }
        if (given.hasQualityPercent()) {
            kept.setQualityPercent(quality(Integer.toUnsignedLong(given.getQualityPercent()), vital.getId()));
        }
        return kept.addAllFlags(flags).build();
    }

    static int quality(long percent, String vital) throws Unusable {
        if (percent < 0 || percent > FULL_QUALITY_PERCENT) {
            throw Unusable.impossible("quality of " + vital + " is " + percent + ", outside 0 to 100 %");
        }
        return (int) percent;
    }

    private VitalDefinition vital(Measurement given) throws Unusable {
        if (given.getVital() == Vital.UNRECOGNIZED || given.getVital() == Vital.VITAL_UNSPECIFIED) {
            throw new Unusable(
                    RejectionReason.UNKNOWN_VITAL,
                    "vital number " + given.getVitalValue() + " is not in the catalogue");
        }
        return catalogue.get(given.getVital());
    }

    private static long time(Measurement given, long timeIfAbsent, String vital) throws Unusable {
        return given.getDeviceTimeMs() == 0
                ? timeIfAbsent
                : DeviceTime.inRange(given.getDeviceTimeMs(), "time of " + vital);
    }

    private double value(Measurement given, VitalDefinition vital, Set<ReadingFlag> flags) throws Unusable {
        double value = given.getValue();
        if (CODES.containsKey(given.getVital())) {
            throw Unusable.malformed(vital.getId() + " takes a code, not a number");
        }
        if (!Double.isFinite(value)) {
            throw Unusable.impossible(vital.getId() + " is not a finite number");
        }
        if (!catalogue.isPlausible(given.getVital(), value)) {
            throw Unusable.impossible(String.join(
                    " ",
                    vital.getId(),
                    "of",
                    Double.toString(value),
                    vital.getUnit(),
                    "is outside",
                    Double.toString(vital.getPlausibleLow()),
                    "to",
                    Double.toString(vital.getPlausibleHigh())));
        }
        if (given.getVital() == Vital.SPO2 && value < USUAL_SPO2_FROM) {
            flags.add(ReadingFlag.UNUSUAL);
        }
        return value == 0 ? 0.0 : value; // there is no minus zero in a body
    }

    private static Code code(Measurement given, VitalDefinition vital) throws Unusable {
        Set<Code> fitting = CODES.getOrDefault(given.getVital(), Set.of());
        if (!fitting.contains(given.getCode())) {
            throw Unusable.malformed(vital.getId()
                    + (fitting.isEmpty() ? " takes a number, not a code" : " has a code that is not its own"));
        }
        return given.getCode();
    }

    private static MissingReason missing(Measurement given, VitalDefinition vital) throws Unusable {
        MissingReason reason = given.getMissing();
        if (reason == MissingReason.UNRECOGNIZED || reason == MissingReason.MISSING_REASON_UNSPECIFIED) {
            throw Unusable.malformed(vital.getId() + " is missing for a reason that is not known");
        }
        return reason;
    }

    private static Set<ReadingFlag> flags(Measurement given, String vital) throws Unusable {
        Set<ReadingFlag> flags = new LinkedHashSet<>(given.getFlagsList());
        if (flags.contains(ReadingFlag.UNRECOGNIZED) || flags.contains(ReadingFlag.READING_FLAG_UNSPECIFIED)) {
            throw Unusable.malformed(vital + " has a flag that is not known");
        }
        return flags;
    }
}
