package org.wardlight.app.configuration;

import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of the ingest role. */
public interface IngestSettings {

    /** The broker. */
    MqttSettings mqtt();

    /** Back-pressure. */
    @Doc("Messages that may wait for Kafka at a time, 1 to 65535.")
    @WithDefault("500")
    int maxInFlight();

    /** Longest payload. */
    @Doc("Longest payload that is decoded, bytes, 1024 to 524288; longer ones are rejected.")
    @WithDefault("262144")
    int payloadLimit();

    /** The ingest clock. */
    @Doc("Time between two ticks of the ingest clock, 10 ms to 5 s.")
    @WithDefault("250ms")
    Duration tickInterval();

    /** The MQTT broker. */
    interface MqttSettings {

        /** Address. */
        @Doc("The MQTT broker, `tcp://host:port` or `ssl://host:port`.")
        @WithDefault("tcp://127.0.0.1:1883")
        URI uri();

        /** Topic filters. */
        @Doc("Topic filters to subscribe to, with commas.")
        @WithDefault("$share/ingest/wardlight/v1/#")
        List<String> subscriptions();

        /** Session. */
        @Doc("Client id, stable and one per bridge; the broker keeps its session under it.")
        @WithDefault("wardlight-ingest")
        String clientId();

        /** Credential. */
        @Doc("User name at the broker.")
        Optional<String> username();

        /** Credential. */
        @Doc(value = "Password at the broker.", secret = true)
        Optional<String> password();
    }
}
