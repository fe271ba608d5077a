package org.wardlight.stream.protobuf;

import com.google.protobuf.InvalidProtocolBufferException;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.wardlight.events.v1.RawRecord;

/** Reads a device's history from Kafka. Bytes that are no such record are counted and passed over: they must not stop the ward. */
public final class RawRecordReader implements KafkaRecordDeserializationSchema<RawRecord> {

    /** Flink counter of records that could not be read. */
    public static final String UNREADABLE = "unreadable_records";

    private static final long serialVersionUID = 1L;

    private transient Counter unreadable = new SimpleCounter();

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        unreadable = context.getMetricGroup().counter(UNREADABLE);
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<RawRecord> out) {
        if (record.value() == null) {
            unreadable.inc();
            return;
        }
        try {
            out.collect(RawRecord.parseFrom(record.value()));
        } catch (InvalidProtocolBufferException e) {
            unreadable.inc();
        }
    }

    @Override
    public TypeInformation<RawRecord> getProducedType() {
        return ProtobufTypeInfo.forRecord(RawRecord.class);
    }
}
