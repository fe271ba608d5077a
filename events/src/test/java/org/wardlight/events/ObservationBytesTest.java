package org.wardlight.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.TextFormat;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardlight.events.v1.Measurement;
import org.wardlight.events.v1.MissingReason;
import org.wardlight.events.v1.Observation;
import org.wardlight.events.v1.RawRecord;

/** The canonical observation, byte for byte. The hex files were written by protoc, not by this code. */
class ObservationBytesTest {

    @ParameterizedTest
    @ValueSource(strings = {"observation-counted", "observation-hashed", "tick", "register-change"})
    void recordKeepsItsBytes(String name) throws Exception {
        // given
        RawRecord record = parsed(name);

        // when
        byte[] bytes = record.toByteArray();

        // then
        assertThat(hex(bytes)).isEqualTo(hex(GoldenText.bytes(name + ".hex")));
        assertThat(RawRecord.parseFrom(GoldenText.bytes(name + ".hex"))).isEqualTo(record);
    }

    @Test
    void goldenRecordsSetEveryFieldOfAnObservation() throws Exception {
        Set<FieldDescriptor> set = new HashSet<>();
        collect(parsed("observation-counted").getObservation(), set);
        collect(parsed("observation-hashed").getObservation(), set);

        assertThat(set)
                .containsAll(Observation.getDescriptor().getFields())
                .containsAll(Measurement.getDescriptor().getFields());
    }

    @Test
    void zeroIsAValueAndNotAMissingOne() throws Exception {
        Measurement steps = RawRecord.parseFrom(GoldenText.bytes("observation-hashed.hex"))
                .getObservation()
                .getMeasurements(0);

        assertThat(steps.hasValue()).isTrue();
        assertThat(steps.getValue()).isZero();
        assertThat(steps.getResultCase()).isEqualTo(Measurement.ResultCase.VALUE);
    }

    @Test
    void aMeasurementWithoutValueSaysWhy() throws Exception {
        Measurement heartRate = RawRecord.parseFrom(GoldenText.bytes("observation-counted.hex"))
                .getObservation()
                .getMeasurements(2);

        assertThat(heartRate.hasValue()).isFalse();
        assertThat(heartRate.getMissing()).isEqualTo(MissingReason.SENSOR_OFF);
    }

    @Test
    void absentIsNotZero() throws Exception {
        Observation hashed =
                RawRecord.parseFrom(GoldenText.bytes("observation-hashed.hex")).getObservation();

        assertThat(hashed.hasSentTimeMs()).isFalse();
        assertThat(hashed.hasSequence()).isFalse();
        assertThat(hashed.getMeasurements(0).hasQualityPercent()).isFalse();
    }

    private static void collect(Message message, Set<FieldDescriptor> set) {
        message.getAllFields().forEach((field, value) -> {
            set.add(field);
            if (field.isRepeated() && field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
                for (int i = 0; i < message.getRepeatedFieldCount(field); i++) {
                    set.addAll(((Message) message.getRepeatedField(field, i))
                            .getAllFields()
                            .keySet());
                }
            }
        });
    }

    private static RawRecord parsed(String name) throws TextFormat.ParseException {
        RawRecord.Builder record = RawRecord.newBuilder();
        TextFormat.getParser().merge(GoldenText.read(name + ".textproto"), record);
        return record.build();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
