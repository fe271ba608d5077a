package org.wardlight.trends;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The connections to the log. */
final class KafkaClients {

    /** The consumer group; its offsets say what the store holds. */
    static final String GROUP = "wardlight-trends";

    /** Half a second's worth of rows is written together, unless this much comes first. */
    private static final int ENOUGH_BYTES = 64 * 1024;

    private static final Duration LONGEST_GATHERING = Duration.ofMillis(500);
    /** A writer that died is replaced by then. */
    private static final Duration SESSION = Duration.ofSeconds(10);

    private KafkaClients() {}

    static Consumer<String, byte[]> rows(TrendsConfig config) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                config.kafkaBootstrap(),
                ConsumerConfig.GROUP_ID_CONFIG,
                GROUP,
                ConsumerConfig.CLIENT_ID_CONFIG,
                "trends-rows",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                config.batchSize(),
                ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
                ENOUGH_BYTES,
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                millis(LONGEST_GATHERING),
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                millis(SESSION));
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    static Producer<String, byte[]> letters(String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.CLIENT_ID_CONFIG,
                "trends-letters",
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                millis(Duration.ofSeconds(5)),
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                millis(Duration.ofSeconds(20)),
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                millis(Duration.ofSeconds(10)));
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
