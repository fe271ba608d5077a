package org.wardlight.ingest;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.paho.mqttv5.common.util.MqttTopicValidator;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of ingest. A wrong one is refused with all its problems at once, each by its key.
 *
 * @param kafka the log
 * @param mqtt the broker
 * @param maxInFlight {@code ingest.max-in-flight}: messages that may wait for Kafka at a time, 1 to 65535
 * @param payloadLimitBytes {@code ingest.payload-limit}: longest payload that is decoded, 1 KiB to 512 KiB
 * @param tickInterval {@code ingest.tick-interval}: ward time between ticks, 10 ms to 5 s
 */
public record IngestConfig(Kafka kafka, Mqtt mqtt, int maxInFlight, int payloadLimitBytes, Duration tickInterval) {

    /** Takes part in a group of bridges that share the devices' messages. */
    public static final String DEFAULT_SUBSCRIPTION = "$share/ingest/wardlight/v1/#";

    private static final int DEFAULT_MAX_IN_FLIGHT = 500;
    private static final int DEFAULT_PAYLOAD_LIMIT_BYTES = 256 * 1024;
    private static final Duration DEFAULT_TICK_INTERVAL = Duration.ofMillis(250);

    private static final int LARGEST_RECEIVE_MAXIMUM = 65_535;
    private static final int SMALLEST_PAYLOAD_LIMIT = 1024;
    /** A rejected message must fit into a Kafka record (1 MiB) with room for its headers. */
    private static final int LARGEST_PAYLOAD_LIMIT = 512 * 1024;

    private static final Duration SHORTEST_TICK = Duration.ofMillis(10);
    private static final Duration LONGEST_TICK = Duration.ofSeconds(5);

    /** @throws IllegalArgumentException naming the key of everything that is wrong */
    public IngestConfig {
        List<String> problems = new ArrayList<>();
        kafka.check(problems);
        mqtt.check(problems);
        if (maxInFlight < 1 || maxInFlight > LARGEST_RECEIVE_MAXIMUM) {
            problems.add("ingest.max-in-flight must lie between 1 and 65535, not " + maxInFlight);
        }
        if (payloadLimitBytes < SMALLEST_PAYLOAD_LIMIT || payloadLimitBytes > LARGEST_PAYLOAD_LIMIT) {
            problems.add("ingest.payload-limit must lie between 1024 and 524288 bytes, not " + payloadLimitBytes);
        }
        if (tickInterval.compareTo(SHORTEST_TICK) < 0 || tickInterval.compareTo(LONGEST_TICK) > 0) {
            problems.add("ingest.tick-interval must lie between 10 ms and 5 s, not " + tickInterval);
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    /** Everything but the addresses at its default. */
    public static IngestConfig of(String bootstrapServers, URI mqttUri) {
        return new IngestConfig(
                new Kafka(bootstrapServers),
                Mqtt.of(mqttUri),
                DEFAULT_MAX_IN_FLIGHT,
                DEFAULT_PAYLOAD_LIMIT_BYTES,
                DEFAULT_TICK_INTERVAL);
    }

    /** The same with other subscriptions. */
    public IngestConfig withSubscriptions(String... filters) {
        Mqtt other = new Mqtt(mqtt.uri(), List.of(filters), mqtt.clientId(), mqtt.username(), mqtt.password());
        return new IngestConfig(kafka, other, maxInFlight, payloadLimitBytes, tickInterval);
    }

    /**
     * The log.
     *
     * @param bootstrapServers {@code ingest.kafka.bootstrap-servers}: {@code host:port}, comma-separated
     */
    public record Kafka(String bootstrapServers) {

        private static final Pattern SERVERS = Pattern.compile("[^\\s,:]+:\\d{1,5}(,[^\\s,:]+:\\d{1,5})*");

        private void check(List<String> problems) {
            if (!SERVERS.matcher(bootstrapServers).matches()) {
                problems.add("ingest.kafka.bootstrap-servers must be host:port, comma-separated, not '"
                        + bootstrapServers + "'");
            }
        }
    }

    /**
     * The broker.
     *
     * @param uri {@code ingest.mqtt.uri}: {@code tcp://host:port} or {@code ssl://host:port}
     * @param subscriptions {@code ingest.mqtt.subscriptions}: topic filters
     * @param clientId {@code ingest.mqtt.client-id}: stable, one per bridge; the broker keeps its session under it
     * @param username {@code ingest.mqtt.username}, null for none
     * @param password {@code ingest.mqtt.password}, null for none
     */
    public record Mqtt(
            URI uri,
            List<String> subscriptions,
            String clientId,
            @Nullable String username,
            @Nullable String password) {

        private static final Set<String> SCHEMES = Set.of("tcp", "ssl");
        private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}");

        /** Copies the list. */
        public Mqtt {
            subscriptions = List.copyOf(subscriptions);
        }

        /** Everything but the address at its default. */
        public static Mqtt of(URI uri) {
            return new Mqtt(uri, List.of(DEFAULT_SUBSCRIPTION), "wardlight-ingest", null, null);
        }

        /** Without the password. */
        @Override
        public String toString() {
            return "Mqtt[uri=" + uri + ", subscriptions=" + subscriptions + ", clientId=" + clientId + ", username="
                    + username + ", password=" + (password == null ? "none" : "***") + "]";
        }

        private void check(List<String> problems) {
            if (!SCHEMES.contains(String.valueOf(uri.getScheme())) || uri.getHost() == null || uri.getPort() < 1) {
                problems.add("ingest.mqtt.uri must be tcp://host:port or ssl://host:port, not '" + uri + "'");
            }
            if (subscriptions.isEmpty()) {
                problems.add("ingest.mqtt.subscriptions must name at least one topic filter");
            }
            for (String filter : subscriptions) {
                checkFilter(filter, problems);
            }
            if (!CLIENT_ID.matcher(clientId).matches()) {
                problems.add("ingest.mqtt.client-id must be 1 to 64 letters, digits or - _ . :");
            }
            if (password != null && username == null) {
                problems.add("ingest.mqtt.username is missing, though there is a password");
            }
        }

        private static void checkFilter(String filter, List<String> problems) {
            try {
                MqttTopicValidator.validate(filter, true, true);
            } catch (IllegalArgumentException e) {
                problems.add("ingest.mqtt.subscriptions has '" + filter + "', which is not a topic filter");
            }
        }
    }
}
