package org.wardlight.ingest.decoding;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.wardlight.events.RejectionReason;
import org.wardlight.events.VitalCatalogue;
import org.wardlight.events.v1.BodySite;
import org.wardlight.events.v1.Code;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.MissingReason;
import org.wardlight.events.v1.NativeMessage;
import org.wardlight.events.v1.ReadingFlag;
import org.wardlight.events.v1.VitalDefinition;

/**
 * Reads the native JSON payload into the native message; {@code {"measurements":[{"vital":"heart-rate","value":72}]}} is
 * enough. What it means is judged by {@link CanonicalObservation}, units here, because only JSON can name one.
 */
final class NativeJson {

    private static final WireNames<Method> METHODS = new WireNames<>("method", Method.values());
    private static final WireNames<BodySite> SITES = new WireNames<>("site", BodySite.values());
    private static final WireNames<Code> CODES = new WireNames<>("code", Code.values());
    private static final WireNames<MissingReason> MISSING = new WireNames<>("missing", MissingReason.values());
    private static final WireNames<ReadingFlag> FLAGS = new WireNames<>("flag", ReadingFlag.values());

    private final VitalCatalogue catalogue;

    NativeJson(VitalCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    NativeMessage read(byte[] payload) throws Unusable {
        JsonFields json = JsonFields.parse(payload);
        NativeMessage.Builder message =
                NativeMessage.newBuilder().setDeviceId(json.text("device").orElse(""));
        long boot = json.count("boot").orElse(0);
        OptionalLong seq = json.count("seq");
        if (seq.isPresent()) {
            message.getSequenceBuilder().setBoot(boot).setSeq(seq.getAsLong());
        }
        OptionalLong sent = json.time("sent");
        if (sent.isPresent()) {
            message.setSentTimeMs(sent.getAsLong());
        }
        for (JsonFields measurement : json.objects("measurements")) {
            message.addMeasurements(measurement(measurement));
        }
        return message.build();
    }

    private Measurement measurement(JsonFields json) throws Unusable {
        VitalDefinition vital = vital(json);
        requireUnit(json, vital);
        Measurement.Builder measurement = Measurement.newBuilder()
                .setVital(vital.getVital())
                .setDeviceTimeMs(json.time("time").orElse(0));
        METHODS.find(json.text("method"), json.where()).ifPresent(measurement::setMethod);
        SITES.find(json.text("site"), json.where()).ifPresent(measurement::setSite);
        OptionalLong quality = json.integer("quality");
        if (quality.isPresent()) {
            measurement.setQualityPercent(MeasurementRules.quality(quality.getAsLong(), vital.getId()));
        }
        for (String flag : json.texts("flags")) {
            measurement.addFlags(FLAGS.get(flag, json.where()));
        }
        readResult(json, measurement);
        return measurement.build();
    }

    private VitalDefinition vital(JsonFields json) throws Unusable {
        String id = json.text("vital").orElseThrow(() -> Unusable.malformed(json.where() + "vital is not there"));
        return catalogue
                .find(id)
                .orElseThrow(() -> new Unusable(
                        RejectionReason.UNKNOWN_VITAL, "vital " + Unusable.quoted(id) + " is not in the catalogue"));
    }

    private static void requireUnit(JsonFields json, VitalDefinition vital) throws Unusable {
        String unit = json.text("unit").orElse(vital.getUnit());
        if (!unit.equals(vital.getUnit())) {
            throw new Unusable(
                    RejectionReason.WRONG_UNIT,
                    vital.getId() + " is in '" + vital.getUnit() + "', not in " + Unusable.quoted(unit));
        }
    }

    private static void readResult(JsonFields json, Measurement.Builder measurement) throws Unusable {
        int results = (json.has("value") ? 1 : 0) + (json.has("code") ? 1 : 0) + (json.has("missing") ? 1 : 0);
        if (results > 1) {
            throw Unusable.malformed(json.where() + "value, code and missing exclude each other");
        }
        OptionalDouble value = json.number("value");
        if (value.isPresent()) {
            measurement.setValue(value.getAsDouble());
        }
        CODES.find(json.text("code"), json.where()).ifPresent(measurement::setCode);
        MISSING.find(json.text("missing"), json.where()).ifPresent(measurement::setMissing);
    }
}
