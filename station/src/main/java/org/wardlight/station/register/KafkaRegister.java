package org.wardlight.station.register;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.wardlight.events.Topics;
import org.wardlight.events.v1.DeviceRegistration;
import org.wardlight.events.v1.Patient;
import org.wardlight.events.v1.PatientLimits;
import org.wardlight.events.v1.Rota;

/** The register topics of Kafka: what they hold, and writing to them with every replica's word. */
public final class KafkaRegister implements RegisterLog, AutoCloseable {

    private static final int WAIT_SECONDS = 10;

    private final String bootstrap;
    private final KafkaProducer<String, byte[]> producer;

    /** Connects lazily: nothing is asked of Kafka here. */
    public KafkaRegister(String bootstrap) {
        this.bootstrap = bootstrap;
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.CLIENT_ID_CONFIG,
                        "wardlight-station-register",
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        0,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        WAIT_SECONDS * 1000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        WAIT_SECONDS * 500,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        WAIT_SECONDS * 1000),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @Override
    public void append(List<RegisterRecord> records) throws IOException {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try {
            for (RegisterRecord record : records) {
                sent.add(producer.send(new ProducerRecord<>(
                        record.topic().name(), record.key(), record.value().toByteArray())));
            }
            for (Future<RecordMetadata> one : sent) {
                one.get(WAIT_SECONDS, TimeUnit.SECONDS);
            }
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new IOException("Kafka did not take the register records", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while Kafka took the register records", e);
        }
    }

    /** Everything on the register topics up to now. */
    public PreviousRegister previous() throws IOException {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        "wardlight-station-register",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        WAIT_SECONDS * 1000),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            return new PreviousRegister(
                    last(consumer, Topics.REGISTER_ASSOCIATION, DeviceRegistration.parser()),
                    last(consumer, Topics.REGISTER_PATIENT, Patient.parser()),
                    last(consumer, Topics.REGISTER_LIMITS, PatientLimits.parser()),
                    last(consumer, Topics.REGISTER_ROTA, Rota.parser()));
        } catch (KafkaException e) {
            throw new IOException("Kafka did not give the register records", e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofMillis(500));
    }

    private static <M extends Message> Map<String, M> last(
            KafkaConsumer<String, byte[]> consumer, Topics.Topic topic, Parser<M> parser) throws IOException {
        List<TopicPartition> partitions = IntStream.range(0, topic.partitions())
                .mapToObj(p -> new TopicPartition(topic.name(), p))
                .toList();
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<String, M> last = new HashMap<>();
        while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                keep(last, record, parser);
            }
        }
        return last;
    }

    private static <M extends Message> void keep(
            Map<String, M> last, ConsumerRecord<String, byte[]> record, Parser<M> parser) throws IOException {
        if (record.value() == null) {
            last.remove(record.key());
            return;
        }
        try {
            last.put(record.key(), parser.parseFrom(record.value()));
        } catch (InvalidProtocolBufferException e) {
            throw new IOException("a record of " + record.topic() + " cannot be read", e);
        }
    }
}
