package org.wardlight.app.configuration;

import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Settings of trends, which the station role writes and reads. */
public interface TrendsSettings {

    /** The store. */
    @Doc("Address of the trend store, such as `https://influx.example.org:8086`; without one there are no trends.")
    Optional<URI> uri();

    /** Credential. */
    @Doc(value = "Token that may read and write the bucket. Required for InfluxDB.", secret = true)
    Optional<String> token();

    /** Where rows go. */
    @Doc("InfluxDB bucket, which must exist.")
    @WithDefault("wardlight")
    String bucket();

    /** Whose bucket. */
    @Doc("InfluxDB organisation, by name or id; by default the one that the bucket belongs to.")
    Optional<String> org();

    /** What speaks there. */
    @Doc("What the store is: `influxdb` or `questdb`.")
    @WithDefault("influxdb")
    String kind();

    /** Effort. */
    @Doc("Rows of one write at most, 1 to 20000.")
    @WithDefault("2000")
    int batchSize();

    /** For how long. */
    RetentionSettings retention();

    /** For how long rows are kept. */
    interface RetentionSettings {

        /** Ten seconds. */
        @Doc("How long windows of 10 s are kept; `0s` for ever.")
        @WithDefault("7d")
        Duration fine();

        /** Everything else. */
        @WithName("long")
        @Doc(
                "How long everything else is kept; by default 730 days in QuestDB, and in InfluxDB as the bucket's rule says.")
        Optional<Duration> rest();
    }
}
