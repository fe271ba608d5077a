package org.wardlight.ingest.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardlight.ingest.decoding.Messages.ARRIVAL_MILLIS;
import static org.wardlight.ingest.decoding.Messages.TOPIC;
import static org.wardlight.ingest.decoding.Messages.accepted;
import static org.wardlight.ingest.decoding.Messages.decode;
import static org.wardlight.ingest.decoding.Messages.json;
import static org.wardlight.ingest.decoding.Messages.oneMeasurement;
import static org.wardlight.ingest.decoding.Messages.only;
import static org.wardlight.ingest.decoding.Messages.protobuf;
import static org.wardlight.ingest.decoding.Messages.reason;
import static org.wardlight.ingest.decoding.Messages.rejected;
import static org.wardlight.ingest.decoding.Messages.retained;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardlight.events.ContentHash;
import org.wardlight.events.RejectionReason;
import org.wardlight.events.v1.Code;
import org.wardlight.events.v1.Connection;
import org.wardlight.events.v1.DeviceStatus;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.MissingReason;
import org.wardlight.events.v1.NativeMessage;
import org.wardlight.events.v1.Observation;
import org.wardlight.events.v1.ReadingFlag;
import org.wardlight.events.v1.Sequence;
import org.wardlight.events.v1.SourceFormat;
import org.wardlight.events.v1.Vital;
import org.wardlight.ingest.ManualClock;

class MessageDecoderTest {

    private static final String STATUS_TOPIC = "wardlight/v1/north/mon-07/status";

    @Test
    void understandsWhatAPersonTypesByHand() {
        // given
        String typed = "{\"measurements\":[{\"vital\":\"heart-rate\",\"value\":72}]}";

        // when
        Observation observation = accepted(json(typed));

        // then
        assertThat(observation.getDeviceId()).isEqualTo("mon-07");
        assertThat(observation.getSite()).isEqualTo("north");
        assertThat(observation.getContentHash().size()).isEqualTo(16);
        assertThat(observation.hasSentTimeMs()).isFalse();
        assertThat(observation.getMeasurements(0))
                .isEqualTo(Measurement.newBuilder()
                        .setVital(Vital.HEART_RATE)
                        .setValue(72)
                        .setDeviceTimeMs(ARRIVAL_MILLIS)
                        .build());
    }

    @Test
    void timesAMeasurementByItsOwnTimeElseByThatOfSending() {
        // when
        Observation observation = accepted(json("""
                {"sent":"2026-11-21T20:43:00.123+01:00","measurements":[
                  {"vital":"spo2","value":96,"time":1795290179000},
                  {"vital":"pulse-rate","value":71,"time":"2026-11-21T19:42:58.500Z"},
                  {"vital":"respiratory-rate","value":14}]}"""));

        // then
        long sent = Instant.parse("2026-11-21T19:43:00.123Z").toEpochMilli();
        assertThat(observation.getSentTimeMs()).isEqualTo(sent);
        assertThat(observation.getMeasurementsList())
                .extracting(Measurement::getDeviceTimeMs)
                .containsExactly(
                        1795290179000L,
                        Instant.parse("2026-11-21T19:42:58.500Z").toEpochMilli(),
                        sent);
    }

    @Test
    void identifiesACountingDeviceByBootAndSeqAndAnotherByContent() {
        assertThat(accepted(json("{\"boot\":5,\"seq\":17,\"measurements\":[{\"vital\":\"spo2\",\"value\":96}]}"))
                        .getSequence())
                .isEqualTo(Sequence.newBuilder().setBoot(5).setSeq(17).build());
        assertThat(accepted(json("{\"seq\":0,\"measurements\":[{\"vital\":\"spo2\",\"value\":96}]}"))
                        .hasSequence())
                .isTrue();
        assertThat(accepted(json("{\"boot\":5,\"measurements\":[{\"vital\":\"spo2\",\"value\":96}]}"))
                        .getContentHash()
                        .size())
                .isEqualTo(16);
    }

    @Test
    void takesTheSameReadingFromASimpleDeviceAsANewOneEachTime() {
        // when it says the same every 5 s for 5 min
        Set<ByteString> identities = new HashSet<>();
        for (int n = 0; n < 60; n++) {
            identities.add(identity(
                    "{\"measurements\":[{\"vital\":\"spo2\",\"value\":80}]}", ManualClock.START.plusSeconds(5L * n)));
        }

        // then
        assertThat(identities).hasSize(60);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sent\":1795290180123,\"measurements\":[{\"vital\":\"spo2\",\"value\":80}]}",
                "{\"measurements\":[{\"vital\":\"spo2\",\"value\":80,\"time\":1795290180123}]}"
            })
    void recognisesARepeatByItsContentWhenItSaysWhenItIsFrom(String payload) {
        // when
        ByteString identity = identity(payload, ManualClock.START);

        // then
        assertThat(identity)
                .isEqualTo(identity(payload, ManualClock.START.plusSeconds(5)))
                .isEqualTo(ContentHash.of("mon-07", payload.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void keepsCodesAndReasonsForMissing() {
        assertThat(only(oneMeasurement("\"vital\":\"consciousness\",\"code\":\"alert\""))
                        .getCode())
                .isEqualTo(Code.ALERT);
        assertThat(only(oneMeasurement("\"vital\":\"posture\",\"code\":\"lying\""))
                        .getCode())
                .isEqualTo(Code.LYING);
        assertThat(only(oneMeasurement("\"vital\":\"spo2\",\"missing\":\"sensor-off\""))
                        .getMissing())
                .isEqualTo(MissingReason.SENSOR_OFF);
    }

    @Test
    void ignoresUnknownFieldsAndNulls() {
        // when
        Observation observation = accepted(json("""
                {"device":null,"ward":"7","extra":{"a":[1,2]},
                 "measurements":[{"vital":"spo2","value":96,"unit":null,"colour":"red","code":null}]}"""));

        // then
        assertThat(observation.getMeasurements(0).getValue()).isEqualTo(96);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "49, true", "49.9, true", "50, false", "100, false"})
    void keepsALowSpo2AndFlagsItAsUnusual(double value, boolean unusual) {
        // when
        Measurement spo2 = only(oneMeasurement("\"vital\":\"spo2\",\"flags\":[\"motion\"],\"value\":" + value));

        // then
        assertThat(spo2.getValue()).isEqualTo(value);
        assertThat(spo2.getFlagsList().contains(ReadingFlag.UNUSUAL)).isEqualTo(unusual);
        assertThat(spo2.getFlagsList()).contains(ReadingFlag.MOTION);
    }

    @ParameterizedTest
    @CsvSource({
        "heart-rate, 20, 300, 19.9, 300.1",
        "respiratory-rate, 0, 80, -0.1, 80.1",
        "spo2, 1, 100, 0, 101",
        "body-temperature, 28, 43, 98.6, 27.9",
        "systolic-pressure, 30, 300, 29, 301",
        "inspired-oxygen, 21, 100, 0.21, 101"
    })
    void acceptsTheWholePlausibleRangeAndNothingOutsideOfIt(
            String vital, double low, double high, double below, double above) {
        String fields = "\"vital\":\"" + vital + "\",\"value\":";
        assertThat(only(oneMeasurement(fields + low)).getValue()).isEqualTo(low);
        assertThat(only(oneMeasurement(fields + high)).getValue()).isEqualTo(high);
        assertThat(reason(oneMeasurement(fields + below))).isEqualTo(RejectionReason.IMPOSSIBLE_VALUE);
        assertThat(reason(oneMeasurement(fields + above))).isEqualTo(RejectionReason.IMPOSSIBLE_VALUE);
    }

    @Test
    void knowsNoMinusZero() {
        assertThat(Double.doubleToRawLongBits(only(oneMeasurement("\"vital\":\"respiratory-rate\",\"value\":-0.0"))
                        .getValue()))
                .isZero();
    }

    @Test
    void rejectsTheWholeMessageForOneBadMeasurement() {
        // when
        Decoded.Rejected rejected = rejected(json("""
                {"measurements":[{"vital":"spo2","value":96},{"vital":"aura","value":3}]}"""));

        // then
        assertThat(rejected.reason()).isEqualTo(RejectionReason.UNKNOWN_VITAL);
        assertThat(rejected.detail()).contains("'aura'");
    }

    @Test
    void namesBothUnitsWhenOneIsWrong() {
        // when
        Decoded.Rejected rejected =
                rejected(oneMeasurement("\"vital\":\"body-temperature\",\"value\":98.6,\"unit\":\"[degF]\""));

        // then
        assertThat(rejected.reason()).isEqualTo(RejectionReason.WRONG_UNIT);
        assertThat(rejected.detail()).contains("'Cel'", "'[degF]'");
        assertThat(accepted(oneMeasurement("\"vital\":\"body-temperature\",\"value\":37,\"unit\":\"Cel\"")))
                .isNotNull();
    }

    @Test
    void refusesToLetADeviceSpeakForAnother() {
        assertThat(reason(json("{\"device\":\"mon-08\",\"measurements\":[{\"vital\":\"spo2\",\"value\":96}]}")))
                .isEqualTo(RejectionReason.DEVICE_MISMATCH);
        assertThat(reason(protobuf(message().setDeviceId("mon-08").build().toByteArray())))
                .isEqualTo(RejectionReason.DEVICE_MISMATCH);
    }

    @Test
    void rejectsForeignTopicsUnknownFormatsAndRetainedReadings() {
        byte[] payload = "{}".getBytes(StandardCharsets.UTF_8);
        assertThat(reason(decode("home/kitchen", null, payload))).isEqualTo(RejectionReason.FOREIGN_TOPIC);
        assertThat(reason(decode("wardlight/v1/north/mon-07/hl7", null, payload)))
                .isEqualTo(RejectionReason.FOREIGN_TOPIC);
        for (String format : new String[] {"senml", "fhir", "omh"}) {
            assertThat(reason(decode("wardlight/v1/north/mon-07/" + format, null, payload)))
                    .isEqualTo(RejectionReason.UNKNOWN_FORMAT);
        }
        assertThat(reason(decode(TOPIC, "text/csv", payload))).isEqualTo(RejectionReason.UNKNOWN_FORMAT);
        assertThat(reason(retained(TOPIC, "{\"measurements\":[{\"vital\":\"spo2\",\"value\":96}]}")))
                .isEqualTo(RejectionReason.RETAINED);
    }

    @Test
    void looksAtTheSizeBeforeItLooksAtTheContent() {
        assertThat(reason(decode(TOPIC, null, new byte[Messages.LIMIT_BYTES + 1])))
                .isEqualTo(RejectionReason.TOO_LARGE);
        assertThat(reason(decode(TOPIC, "text/csv", new byte[5_000_000]))).isEqualTo(RejectionReason.TOO_LARGE);
        assertThat(reason(decode(TOPIC, null, new byte[Messages.LIMIT_BYTES]))).isEqualTo(RejectionReason.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "Application/JSON; charset=utf-8", " "})
    void takesJsonWithAnyParameters(String contentType) {
        byte[] payload = "{\"measurements\":[{\"vital\":\"spo2\",\"value\":96}]}".getBytes(StandardCharsets.UTF_8);
        assertThat(accepted(decode(TOPIC, contentType, payload)).getSourceFormat())
                .isEqualTo(SourceFormat.NATIVE_JSON);
    }

    @Test
    void rejectsWhatIsEmpty() {
        assertThat(reason(json(""))).isEqualTo(RejectionReason.EMPTY);
        assertThat(reason(json("{}"))).isEqualTo(RejectionReason.EMPTY);
        assertThat(reason(json("{\"measurements\":[]}"))).isEqualTo(RejectionReason.EMPTY);
        assertThat(reason(protobuf(new byte[0]))).isEqualTo(RejectionReason.EMPTY);
        assertThat(reason(protobuf(
                        NativeMessage.newBuilder().setSentTimeMs(1).build().toByteArray())))
                .isEqualTo(RejectionReason.EMPTY);
    }

    @Test
    void judgesProtobufByTheSameRules() {
        assertThat(accepted(protobuf(message().build().toByteArray())).getSourceFormat())
                .isEqualTo(SourceFormat.NATIVE_PROTOBUF);
        assertThat(reason(protobuf(
                        with(Measurement.newBuilder().setVital(Vital.SPO2).setValue(Double.NaN)))))
                .isEqualTo(RejectionReason.IMPOSSIBLE_VALUE);
        assertThat(reason(protobuf(
                        with(Measurement.newBuilder().setVital(Vital.SPO2).setValue(Double.POSITIVE_INFINITY)))))
                .isEqualTo(RejectionReason.IMPOSSIBLE_VALUE);
        assertThat(reason(
                        protobuf(with(Measurement.newBuilder().setVitalValue(99).setValue(1)))))
                .isEqualTo(RejectionReason.UNKNOWN_VITAL);
        assertThat(reason(protobuf(with(Measurement.newBuilder().setValue(1)))))
                .isEqualTo(RejectionReason.UNKNOWN_VITAL);
        assertThat(reason(protobuf(with(Measurement.newBuilder().setVital(Vital.SPO2)))))
                .isEqualTo(RejectionReason.MALFORMED);
        assertThat(reason(protobuf(with(Measurement.newBuilder()
                        .setVital(Vital.SPO2)
                        .setValue(96)
                        .setMethodValue(99)))))
                .isEqualTo(RejectionReason.MALFORMED);
        assertThat(reason(protobuf(with(Measurement.newBuilder()
                        .setVital(Vital.SPO2)
                        .setValue(96)
                        .addFlagsValue(99)))))
                .isEqualTo(RejectionReason.MALFORMED);
        assertThat(reason(protobuf(with(Measurement.newBuilder()
                        .setVital(Vital.SPO2)
                        .setValue(96)
                        .setQualityPercent(-1)))))
                .isEqualTo(RejectionReason.IMPOSSIBLE_VALUE);
        assertThat(reason(protobuf(with(Measurement.newBuilder()
                        .setVital(Vital.SPO2)
                        .setValue(96)
                        .setDeviceTimeMs(Long.MIN_VALUE)))))
                .isEqualTo(RejectionReason.MALFORMED);
    }

    @Test
    void carriesNoUnknownFieldsOn() {
        // given a measurement with a field of a later version: field 15, varint 1
        byte[] later = {0x22, 0x0D, 0x10, 0x04, 0x29, 0, 0, 0, 0, 0, 0, 0x58, 0x40, 0x78, 0x01};

        // when
        Measurement kept = only(protobuf(later));

        // then
        assertThat(kept.getValue()).isEqualTo(96);
        assertThat(kept.getUnknownFields().asMap()).isEmpty();
    }

    @Test
    void readsAStatusAlsoWhenItIsRetained() {
        // when
        Decoded decoded = retained(STATUS_TOPIC, "{\"state\":\"online\",\"battery\":87,\"firmware\":\"2.1\"}");

        // then
        assertThat(decoded)
                .isEqualTo(new Decoded.Status(DeviceStatus.newBuilder()
                        .setDeviceId("mon-07")
                        .setConnection(Connection.ONLINE)
                        .setTimeMs(ARRIVAL_MILLIS)
                        .setBatteryPercent(87)
                        .setFirmware("2.1")
                        .build()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | MALFORMED",
                "{\"state\":\"happy\"} | MALFORMED",
                "{\"state\":\"online\",\"battery\":101} | IMPOSSIBLE_VALUE",
                "{\"state\":\"online\",\"battery\":1e400} | IMPOSSIBLE_VALUE",
                "{\"state\":\"online\",\"battery\":\"full\"} | MALFORMED",
                "online | MALFORMED"
            })
    void rejectsABadStatus(String payload, RejectionReason expected) {
        assertThat(reason(retained(STATUS_TOPIC, payload))).isEqualTo(expected);
    }

    private static ByteString identity(String payload, Instant arrival) {
        return accepted(json(payload, arrival)).getContentHash();
    }

    private static NativeMessage.Builder message() {
        return NativeMessage.newBuilder()
                .addMeasurements(Measurement.newBuilder().setVital(Vital.SPO2).setValue(96));
    }

    private static byte[] with(Measurement.Builder measurement) {
        return NativeMessage.newBuilder().addMeasurements(measurement).build().toByteArray();
    }
}
