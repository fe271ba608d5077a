package org.wardlight.stream.protobuf;

import com.google.protobuf.Message;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.wardlight.events.Topics.Topic;

/** Writes records to one topic, keyed by whose history they are, stamped with their own time on the ingest clock. */
public final class RecordWriter<T extends Message> implements KafkaRecordSerializationSchema<T> {

    private static final long serialVersionUID = 1L;

    private final String topic;
    private final Key<T> key;
    private final Time<T> time;

    /** A writer for a topic. */
    public RecordWriter(Topic topic, Key<T> key, Time<T> time) {
        this.topic = topic.name();
        this.key = key;
        this.time = time;
    }

    /** Takes the key from a record. */
    public interface Key<T> extends Function<T, String>, Serializable {}

    /** Takes the time from a record, ms on the ingest clock. */
    public interface Time<T> extends ToLongFunction<T>, Serializable {}

    @Override
    public ProducerRecord<byte[], byte[]> serialize(T message, KafkaSinkContext context, @Nullable Long timestamp) {
        byte[] keyBytes = key.apply(message).getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(topic, null, time.applyAsLong(message), keyBytes, message.toByteArray());
    }
}
