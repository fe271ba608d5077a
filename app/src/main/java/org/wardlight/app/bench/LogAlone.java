package org.wardlight.app.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.wardlight.app.topics.TopicAdmin;
import org.wardlight.bench.workload.Workload;
import org.wardlight.events.Topics;

/** A producer that hurries as the bridge does, and one Kafka node. */
final class LogAlone implements Stage {

    private final List<byte[]> payloads;
    private final String servers;

    /** Makes the topics of the ward. */
    LogAlone(Messages messages, String servers) throws Exception {
        this.payloads = messages.payloads();
        this.servers = servers;
        try (TopicAdmin topics = new TopicAdmin(servers)) {
            topics.createMissing(Topics.all(), Optional.of((short) 1));
        }
    }

    @Override
    public Cost round() throws ExecutionException, InterruptedException {
        Map<String, Object> settings = Map.of("bootstrap.servers", servers, "acks", "all", "linger.ms", "0");
        AtomicReference<Exception> failure = new AtomicReference<>();
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            greet(producer);
            Cost before = Cost.now();
            for (int i = 0; i < payloads.size(); i++) {
                String device = Workload.device(i % Messages.BEDS);
                var unused = producer.send(
                        new ProducerRecord<>(Topics.OBSERVATION_RAW.name(), device, payloads.get(i)),
                        (metadata, problem) -> failure.compareAndSet(null, problem));
            }
            producer.flush();
            Cost cost = before.since();
            if (failure.get() != null) {
                throw new IllegalStateException("the log refuses records", failure.get());
            }
            return cost;
        }
    }

    /**
     * One record for each partition, one after another: a partition that has no leader yet refuses the first of several that
     * are on their way and may then take a later one, after which it never takes the first.
     */
    private void greet(KafkaProducer<String, byte[]> producer) throws ExecutionException, InterruptedException {
        String topic = Topics.OBSERVATION_RAW.name();
        for (PartitionInfo partition : producer.partitionsFor(topic)) {
            producer.send(new ProducerRecord<>(topic, partition.partition(), "", payloads.get(0)))
                    .get();
        }
    }
}
