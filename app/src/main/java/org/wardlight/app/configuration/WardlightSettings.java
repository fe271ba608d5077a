package org.wardlight.app.configuration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * All settings: one group per role, and what they share. The roles' own configuration records check the values; what must
 * be there for one role only is therefore optional here.
 */
@ConfigMapping(prefix = "wardlight")
public interface WardlightSettings {

    /** Where all roles find Kafka. */
    KafkaSettings kafka();

    /** The ingest role. */
    IngestSettings ingest();

    /** The job role. */
    JobSettings job();

    /** The alerting role. */
    AlertingSettings alerting();

    /** The station role. */
    StationSettings station();

    /** The canary role. */
    CanarySettings canary();

    /** Trends, written and read by the station role. */
    TrendsSettings trends();

    /** Metrics and health. */
    OpsSettings ops();

    /** Where all roles find Kafka. */
    interface KafkaSettings {

        /** Host and port of one or more brokers. */
        @Doc("Kafka brokers, `host:port` with commas.")
        @WithDefault("127.0.0.1:9092")
        String bootstrapServers();
    }

    /** Metrics and health. */
    interface OpsSettings {

        /** Address to listen on. */
        @Doc("Address on which `/metrics` and `/healthz` answer.")
        @WithDefault("127.0.0.1")
        String host();

        /** Port to listen on. */
        @Doc("Port on which `/metrics` and `/healthz` answer; 0 takes a free one.")
        @WithDefault("8081")
        int port();
    }
}
