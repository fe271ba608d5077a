package org.wardlight.ingest.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.wardlight.events.v1.BodySite;
import org.wardlight.events.v1.Code;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.Method;
import org.wardlight.events.v1.MissingReason;
import org.wardlight.events.v1.NativeMessage;
import org.wardlight.events.v1.ReadingFlag;
import org.wardlight.events.v1.Sequence;
import org.wardlight.events.v1.Vital;

/** The bytes of the canonical observation. When one of these changes, logs that were written before do not read alike. */
class GoldenObservationTest {

    private static final String COUNTED_JSON = """
            {"device":"mon-07","boot":1795290180,"seq":17,"sent":"2026-11-21T19:43:00.123Z","measurements":[
              {"vital":"spo2","value":96,"unit":"%","time":"2026-11-21T19:43:00.100Z","method":"oximetry",
               "site":"finger","quality":92,"flags":["motion"]},
              {"vital":"consciousness","code":"alert"},
              {"vital":"spo2","missing":"sensor-off"}]}""";

    private static final NativeMessage COUNTED_PROTOBUF = NativeMessage.newBuilder()
            .setDeviceId("mon-07")
            .setSequence(Sequence.newBuilder().setBoot(1795290180L).setSeq(17))
            .setSentTimeMs(1795290180123L)
            .addMeasurements(Measurement.newBuilder()
                    .setVital(Vital.SPO2)
                    .setValue(96)
                    .setDeviceTimeMs(1795290180100L)
                    .setMethod(Method.OXIMETRY)
                    .setSite(BodySite.FINGER)
                    .setQualityPercent(92)
                    .addFlags(ReadingFlag.MOTION))
            .addMeasurements(
                    Measurement.newBuilder().setVital(Vital.CONSCIOUSNESS).setCode(Code.ALERT))
            .addMeasurements(Measurement.newBuilder().setVital(Vital.SPO2).setMissing(MissingReason.SENSOR_OFF))
            .build();

    private static final String COUNTED_MEASUREMENTS = "4a1b0884d488fd9f34100418022001290000000000005840405c4a0101"
            + "4a0b089bd488fd9f3410103001"
            + "4a0b089bd488fd9f3410043801";

    @Test
    void jsonOfACountingDevice() {
        assertThat(hex(Messages.json(COUNTED_JSON)))
                .isEqualTo(
                        "0a066d6f6e2d30371a056e6f727468220808c4e887d8061011309bd488fd9f344001" + COUNTED_MEASUREMENTS);
    }

    @Test
    void protobufOfACountingDevice() {
        assertThat(hex(Messages.protobuf(COUNTED_PROTOBUF.toByteArray())))
                .isEqualTo(
                        "0a066d6f6e2d30371a056e6f727468220808c4e887d8061011309bd488fd9f344002" + COUNTED_MEASUREMENTS);
    }

    @Test
    void jsonOfADeviceThatDoesNotCount() {
        assertThat(hex(Messages.json("{\"measurements\":[{\"vital\":\"heart-rate\",\"value\":72}]}")))
                .isEqualTo(
                        "0a066d6f6e2d30371a056e6f7274682a1020c05b66b3955dcf02644e036d9eb84840014a1208a0d388fd9f341001290000000000005240");
    }

    private static String hex(Decoded decoded) {
        return HexFormat.of().formatHex(Messages.accepted(decoded).toByteArray());
    }
}
