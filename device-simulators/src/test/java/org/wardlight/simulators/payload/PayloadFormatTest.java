package org.wardlight.simulators.payload;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.wardlight.events.VitalCatalogue;
import org.wardlight.events.v1.BodySite;
import org.wardlight.events.v1.Code;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.MissingReason;
import org.wardlight.events.v1.NativeMessage;
import org.wardlight.events.v1.ReadingFlag;
import org.wardlight.events.v1.Sequence;
import org.wardlight.events.v1.Vital;

class PayloadFormatTest {

    private static final long SENT = Instant.parse("2026-11-21T19:43:00.123Z").toEpochMilli();
    private static final long MEASURED =
            Instant.parse("2026-11-21T19:43:00.100Z").toEpochMilli();

    private static final NativeMessage MESSAGE = NativeMessage.newBuilder()
            .setDeviceId("mon-07")
            .setSequence(Sequence.newBuilder().setBoot(1795290180).setSeq(17))
            .setSentTimeMs(SENT)
            .addMeasurements(reading(Vital.SPO2)
                    .setMethod(Method.OXIMETRY)
                    .setSite(BodySite.FINGER)
                    .setValue(96)
                    .setQualityPercent(92)
                    .addFlags(ReadingFlag.MOTION))
            .addMeasurements(reading(Vital.BODY_TEMPERATURE)
                    .setMethod(Method.THERMISTOR)
                    .setSite(BodySite.UPPER_ARM)
                    .setValue(36.9))
            .addMeasurements(reading(Vital.OXYGEN_FLOW).setValue(0))
            .addMeasurements(
                    reading(Vital.CONSCIOUSNESS).setMethod(Method.MANUAL).setCode(Code.ALERT))
            .addMeasurements(reading(Vital.PULSE_RATE).setMissing(MissingReason.SENSOR_OFF))
            .build();

    @Test
    void jsonLooksAsDocumented() {
        String json = new String(PayloadFormat.JSON.encode(MESSAGE), StandardCharsets.UTF_8);

        assertThat(json).isEqualTo("""
                        {"device":"mon-07","boot":1795290180,"seq":17,"sent":"2026-11-21T19:43:00.123Z","measurements":[\
                        {"vital":"spo2","value":96,"unit":"%","time":"2026-11-21T19:43:00.100Z","method":"oximetry",\
                        "site":"finger","quality":92,"flags":["motion"]},\
                        {"vital":"body-temperature","value":36.9,"unit":"Cel","time":"2026-11-21T19:43:00.100Z",\
                        "method":"thermistor","site":"upper-arm"},\
                        {"vital":"oxygen-flow","value":0,"unit":"L/min","time":"2026-11-21T19:43:00.100Z"},\
                        {"vital":"consciousness","code":"alert","time":"2026-11-21T19:43:00.100Z","method":"manual"},\
                        {"vital":"pulse-rate","missing":"sensor-off","time":"2026-11-21T19:43:00.100Z"}]}""");
    }

    @Test
    void jsonAndProtobufCarryTheSameContent() throws IOException {
        NativeMessage fromJson = parse(new ObjectMapper().readTree(PayloadFormat.JSON.encode(MESSAGE)));

        assertThat(fromJson).isEqualTo(MESSAGE).isEqualTo(fromProtobuf());
    }

    @Test
    void contentTypesTellTheFormats() {
        assertThat(PayloadFormat.JSON.contentType()).isEqualTo("application/json");
        assertThat(PayloadFormat.PROTOBUF.contentType()).isEqualTo("application/x-protobuf");
    }

    private static NativeMessage fromProtobuf() throws InvalidProtocolBufferException {
        return NativeMessage.parseFrom(PayloadFormat.PROTOBUF.encode(MESSAGE));
    }

    private static Measurement.Builder reading(Vital vital) {
        return Measurement.newBuilder().setDeviceTimeMs(MEASURED).setVital(vital);
    }

    private static NativeMessage parse(JsonNode json) {
        NativeMessage.Builder message = NativeMessage.newBuilder()
                .setDeviceId(json.get("device").textValue())
                .setSequence(Sequence.newBuilder()
                        .setBoot(json.get("boot").longValue())
                        .setSeq(json.get("seq").longValue()))
                .setSentTimeMs(Instant.parse(json.get("sent").textValue()).toEpochMilli());
        json.get("measurements").forEach(each -> message.addMeasurements(measurement(each)));
        return message.build();
    }

    private static Measurement measurement(JsonNode json) {
        Measurement.Builder reading = Measurement.newBuilder()
                .setDeviceTimeMs(Instant.parse(json.get("time").textValue()).toEpochMilli())
                .setVital(VitalCatalogue.standard()
                        .find(json.get("vital").textValue())
                        .orElseThrow()
                        .getVital());
        if (json.has("method")) {
            reading.setMethod(Method.valueOf(enumName(json.get("method"))));
        }
        if (json.has("site")) {
            reading.setSite(BodySite.valueOf(enumName(json.get("site"))));
        }
        if (json.has("value")) {
            reading.setValue(json.get("value").doubleValue());
        }
        if (json.has("code")) {
            reading.setCode(Code.valueOf(enumName(json.get("code"))));
        }
        if (json.has("missing")) {
            reading.setMissing(MissingReason.valueOf(enumName(json.get("missing"))));
        }
        if (json.has("quality")) {
            reading.setQualityPercent(json.get("quality").intValue());
        }
        json.path("flags").forEach(flag -> reading.addFlags(ReadingFlag.valueOf(enumName(flag))));
        return reading.build();
    }

    private static String enumName(JsonNode kebab) {
        return kebab.textValue().toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
