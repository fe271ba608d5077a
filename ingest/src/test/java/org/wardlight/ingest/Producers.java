package org.wardlight.ingest;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.wardlight.events.Topics;
import org.wardlight.events.v1.RawRecord;

/** Kafka producers without a Kafka, and what was sent through them. */
public final class Producers {

    private Producers() {}

    /** Answers each record at once. */
    public static MockProducer<String, byte[]> answering() {
        return new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    }

    /** Answers when the test says so. */
    public static MockProducer<String, byte[]> waiting() {
        return new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
    }

    public static List<ProducerRecord<String, byte[]>> sent(MockProducer<String, byte[]> producer, Topics.Topic topic) {
        return producer.history().stream()
                .filter(message -> message.topic().equals(topic.name()))
                .toList();
    }

    public static List<RawRecord> raw(MockProducer<String, byte[]> producer) {
        List<RawRecord> records = new ArrayList<>();
        for (ProducerRecord<String, byte[]> message : sent(producer, Topics.OBSERVATION_RAW)) {
            try {
                records.add(RawRecord.parseFrom(message.value()));
            } catch (InvalidProtocolBufferException e) {
                throw new AssertionError("not a RawRecord", e);
            }
        }
        return records;
    }
}
