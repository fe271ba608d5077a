package org.wardlight.alerting.canary;

import java.time.Duration;
import java.util.Locale;

/** What a breach passes on its way to a person, in order, and how long it may take to have passed. */
public enum Stage {
    /** The MQTT broker has acknowledged a reading of the breach. */
    BROKER("MQTT broker", Duration.ofSeconds(4)),
    /** Every partition of the log answers. */
    LOG("Kafka", Duration.ofSeconds(6)),
    /** A reading of the breach is on the log. */
    INGEST("ingest", Duration.ofSeconds(8)),
    /** The condition is on the log. */
    JOB("stream job", Duration.ofSeconds(13)),
    /** The alarm is on the log. */
    ALERTING("alerting", Duration.ofSeconds(15)),
    /** The page has arrived. */
    PAGING("paging", Duration.ofSeconds(18));

    private final String title;
    private final Duration within;

    Stage(String title, Duration within) {
        this.title = title;
        this.within = within;
    }

    /** As people call it. */
    public String title() {
        return title;
    }

    /** From the beginning of the breach; shorter than a round, so that no breach hides the one before it. */
    Duration within() {
        return within;
    }

    /** As in metrics. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
