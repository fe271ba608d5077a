package org.wardlight.station.register;

import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Makes the producer of register records: every replica's word, and a bounded wait for it. */
public final class RegisterProducer {

    private static final int WAIT_MS = 8_000;

    private RegisterProducer() {}

    /** Connects lazily: nothing is asked of Kafka here. */
    public static Producer<String, byte[]> connect(String bootstrap) {
        return new KafkaProducer<>(
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
                        WAIT_MS,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        WAIT_MS / 2,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        WAIT_MS),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
