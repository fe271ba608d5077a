package org.wardlight.ingest.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardlight.ingest.decoding.Messages.json;
import static org.wardlight.ingest.decoding.Messages.oneMeasurement;
import static org.wardlight.ingest.decoding.Messages.protobuf;
import static org.wardlight.ingest.decoding.Messages.reason;
import static org.wardlight.ingest.decoding.Messages.rejected;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardlight.events.RejectionReason;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.NativeMessage;
import org.wardlight.events.v1.Sequence;
import org.wardlight.events.v1.Vital;

class NastyInputTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "null",
                "true",
                "42",
                "[]",
                "\"text\"",
                "{",
                "{\"measurements\":",
                "{} {}",
                "{\"measurements\":{}}",
                "{\"measurements\":\"spo2\"}",
                "{\"measurements\":[null]}",
                "{\"measurements\":[1]}",
                "{\"measurements\":[[]]}",
                "{\"measurements\":[{}]}",
                "{\"device\":7,\"measurements\":[{\"vital\":\"spo2\",\"value\":96}]}",
                "{\"seq\":-1,\"measurements\":[{\"vital\":\"spo2\",\"value\":96}]}",
                "{\"seq\":1.5,\"measurements\":[{\"vital\":\"spo2\",\"value\":96}]}",
                "{\"seq\":\"17\",\"measurements\":[{\"vital\":\"spo2\",\"value\":96}]}",
                "{\"seq\":1,\"boot\":-2,\"measurements\":[{\"vital\":\"spo2\",\"value\":96}]}",
                "{\"seq\":99999999999999999999,\"measurements\":[{\"vital\":\"spo2\",\"value\":96}]}",
                "{\"seq\":1,\"seq\":2,\"measurements\":[{\"vital\":\"spo2\",\"value\":96}]}",
                "{\"sent\":\"yesterday\",\"measurements\":[{\"vital\":\"spo2\",\"value\":96}]}",
                "{\"sent\":\"2026-11-21T19:43:00\",\"measurements\":[{\"vital\":\"spo2\",\"value\":96}]}",
                "{\"sent\":9223372036854775807,\"measurements\":[{\"vital\":\"spo2\",\"value\":96}]}",
                "{'measurements':[]}",
                "{\"measurements\":[],}",
                "\u0000\u0001\u0002"
            })
    void takesNoneOfTheseForAMessage(String payload) {
        assertThat(reason(json(payload))).isEqualTo(RejectionReason.MALFORMED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"vital\":\"spo2\" | MALFORMED",
                "\"value\":96 | MALFORMED",
                "\"vital\":5,\"value\":96 | MALFORMED",
                "\"vital\":\"\",\"value\":96 | UNKNOWN_VITAL",
                "\"vital\":\"SpO2\",\"value\":96 | UNKNOWN_VITAL",
                "\"vital\":\"vital-unspecified\",\"value\":96 | UNKNOWN_VITAL",
                "\"vital\":\"spo2\",\"value\":null | MALFORMED",
                "\"vital\":\"spo2\",\"value\":true | MALFORMED",
                "\"vital\":\"spo2\",\"value\":\"96\" | MALFORMED",
                "\"vital\":\"spo2\",\"value\":[96] | MALFORMED",
                "\"vital\":\"spo2\",\"value\":NaN | MALFORMED",
                "\"vital\":\"spo2\",\"value\":\"NaN\" | IMPOSSIBLE_VALUE",
                "\"vital\":\"spo2\",\"value\":\"Infinity\" | IMPOSSIBLE_VALUE",
                "\"vital\":\"spo2\",\"value\":\"-Infinity\" | IMPOSSIBLE_VALUE",
                "\"vital\":\"spo2\",\"value\":1e400 | IMPOSSIBLE_VALUE",
                "\"vital\":\"spo2\",\"value\":-1e400 | IMPOSSIBLE_VALUE",
                "\"vital\":\"spo2\",\"value\":1e-400 | IMPOSSIBLE_VALUE",
                "\"vital\":\"spo2\",\"value\":-0.0 | IMPOSSIBLE_VALUE",
                "\"vital\":\"spo2\",\"value\":99999999999999999999999999 | IMPOSSIBLE_VALUE",
                "\"vital\":\"spo2\",\"value\":096 | MALFORMED",
                "\"vital\":\"spo2\",\"value\":0x60 | MALFORMED",
                "\"vital\":\"spo2\",\"value\":96,\"code\":\"alert\" | MALFORMED",
                "\"vital\":\"spo2\",\"value\":96,\"missing\":\"sensor-off\" | MALFORMED",
                "\"vital\":\"spo2\",\"code\":\"alert\" | MALFORMED",
                "\"vital\":\"spo2\",\"missing\":\"lost\" | MALFORMED",
                "\"vital\":\"spo2\",\"missing\":\"missing-reason-unspecified\" | MALFORMED",
                "\"vital\":\"consciousness\",\"value\":3 | MALFORMED",
                "\"vital\":\"consciousness\",\"code\":\"lying\" | MALFORMED",
                "\"vital\":\"consciousness\",\"code\":\"dreaming\" | MALFORMED",
                "\"vital\":\"spo2\",\"value\":96,\"method\":\"guess\" | MALFORMED",
                "\"vital\":\"spo2\",\"value\":96,\"site\":\"nose\" | MALFORMED",
                "\"vital\":\"spo2\",\"value\":96,\"quality\":101 | IMPOSSIBLE_VALUE",
                "\"vital\":\"spo2\",\"value\":96,\"quality\":-1 | IMPOSSIBLE_VALUE",
                "\"vital\":\"spo2\",\"value\":96,\"quality\":4294967388 | IMPOSSIBLE_VALUE",
                "\"vital\":\"spo2\",\"value\":96,\"quality\":92.5 | MALFORMED",
                "\"vital\":\"spo2\",\"value\":96,\"flags\":\"motion\" | MALFORMED",
                "\"vital\":\"spo2\",\"value\":96,\"flags\":[\"sparkling\"] | MALFORMED",
                "\"vital\":\"spo2\",\"value\":96,\"flags\":[7] | MALFORMED",
                "\"vital\":\"spo2\",\"value\":96,\"unit\":\"percent\" | WRONG_UNIT",
                "\"vital\":\"spo2\",\"value\":96,\"unit\":5 | MALFORMED",
                "\"vital\":\"spo2\",\"value\":96,\"time\":\"+999999999-12-31T23:59:59Z\" | MALFORMED",
                "\"vital\":\"spo2\",\"value\":96,\"time\":true | MALFORMED"
            })
    void givesEachBadMeasurementItsReason(String fields, RejectionReason expected) {
        assertThat(reason(oneMeasurement(fields))).isEqualTo(expected);
    }

    @Test
    void survivesDeepJson() {
        assertThat(reason(json("[".repeat(100_000)))).isEqualTo(RejectionReason.MALFORMED);
        assertThat(reason(json("{\"measurements\":[{\"vital\":\"spo2\",\"value\":96,\"x\":" + "[".repeat(50)
                        + "]".repeat(50) + "}]}")))
                .isEqualTo(RejectionReason.MALFORMED);
    }

    @Test
    void survivesNumbersNamesAndTextsWithoutEnd() {
        assertThat(reason(oneMeasurement("\"vital\":\"spo2\",\"value\":" + "9".repeat(100_000))))
                .isEqualTo(RejectionReason.MALFORMED);
        assertThat(reason(oneMeasurement("\"vital\":\"" + "x".repeat(200_000) + "\",\"value\":1")))
                .isEqualTo(RejectionReason.MALFORMED);
        assertThat(reason(json("{\"" + "n".repeat(200_000) + "\":1}"))).isEqualTo(RejectionReason.MALFORMED);
    }

    @Test
    void keepsItsSentenceShortAndCleanWhateverWasSent() {
        // when
        Decoded.Rejected rejected =
                rejected(oneMeasurement("\"vital\":\"\\u0007\\n" + "x".repeat(4_000) + "\",\"value\":1"));

        // then
        assertThat(rejected.reason()).isEqualTo(RejectionReason.UNKNOWN_VITAL);
        assertThat(rejected.detail()).hasSizeLessThan(200).doesNotContain("\n", "\u0007");
    }

    @Test
    void rejectsTruncatedProtobufAtEveryLength() {
        // given
        byte[] whole = NativeMessage.newBuilder()
                .setDeviceId("mon-07")
                .setSequence(Sequence.newBuilder().setBoot(1).setSeq(2))
                .addMeasurements(Measurement.newBuilder().setVital(Vital.SPO2).setValue(96))
                .build()
                .toByteArray();

        for (int length = 0; length < whole.length; length++) {
            // then
            assertThat(reason(protobuf(Arrays.copyOf(whole, length))))
                    .isIn(RejectionReason.MALFORMED, RejectionReason.EMPTY);
        }
    }

    @Test
    void neverThrowsOnNoise() {
        // given
        Random random = new Random(20261121);
        byte[] valid =
                "{\"seq\":1,\"measurements\":[{\"vital\":\"spo2\",\"value\":96}]}".getBytes(StandardCharsets.UTF_8);

        for (int i = 0; i < 20_000; i++) {
            // when
            byte[] noise = new byte[random.nextInt(64)];
            random.nextBytes(noise);
            byte[] flipped = valid.clone();
            flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);

            // then
            assertThat(protobuf(noise)).isNotNull();
            assertThat(Messages.decode(Messages.TOPIC, null, noise)).isNotNull();
            assertThat(Messages.decode(Messages.TOPIC, null, flipped)).isNotNull();
        }
    }
}
