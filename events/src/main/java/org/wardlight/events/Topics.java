package org.wardlight.events;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every Kafka topic, spelled once: name, key, partitions, retention. Partitions are never changed later, because the
 * order within a key lives in its partition. A breaking change of a record is a new topic version, never an edit.
 *
 * @see <a href="../../../../../../../docs/adr/0004-key-topics-by-whose-history-it-is.md">ADR 4</a>
 */
public final class Topics {

    /** A device's whole history in order: messages, register changes that concern it, clock ticks. */
    public static final Topic OBSERVATION_RAW = kept("observation.raw.v1", Key.DEVICE, 12, Duration.ofDays(7));

    /** Bytes that could not be used, untouched, with the reason in the headers. */
    public static final Topic OBSERVATION_REJECTED =
            kept("observation.rejected.v1", Key.DEVICE, 6, Duration.ofDays(30));

    /** Readings that nobody wore the device for. */
    public static final Topic OBSERVATION_QUARANTINED =
            kept("observation.quarantined.v1", Key.DEVICE, 6, Duration.ofDays(30));

    /** Online or lost, battery, firmware. */
    public static final Topic DEVICE_STATUS = compacted("device.status.v1", Key.DEVICE, 6);

    /** Who wore a device when, and what it is expected to deliver. */
    public static final Topic REGISTER_ASSOCIATION = compacted("register.association.v1", Key.DEVICE, 6);

    /** One stay of one patient, under a pseudonym. */
    public static final Topic REGISTER_PATIENT = compacted("register.patient.v1", Key.PATIENT, 6);

    /** The limits of one patient. */
    public static final Topic REGISTER_LIMITS = compacted("register.limits.v1", Key.PATIENT, 6);

    /** Who is asked about an alarm of a ward, in order. */
    public static final Topic REGISTER_ROTA = compacted("register.rota.v1", Key.WARD, 1);

    /** What people charted: consciousness, oxygen, manual vitals, interventions, corrections of these. */
    public static final Topic CHART_ENTRY = kept("chart.entry.v1", Key.PATIENT, 6, Duration.ofDays(90));

    /** Attributed, quality-flagged numbers; one record per device message. */
    public static final Topic VITAL_NUMERIC = kept("vital.numeric.v1", Key.PATIENT, 12, Duration.ofDays(3));

    /** Aggregates of each vital over 10 s and 1 min of device time. */
    public static final Topic VITAL_WINDOW = kept("vital.window.v1", Key.PATIENT, 12, Duration.ofDays(30));

    /** Scores, on change and once a minute. */
    public static final Topic SCORE = kept("score.v1", Key.PATIENT, 12, Duration.ofDays(30));

    /** Start, update and end of alarm conditions. */
    public static final Topic ALARM_CONDITION = kept("alarm.condition.v1", Key.PATIENT, 6, Duration.ofDays(90));

    /** What became of each alarm. */
    public static final Topic ALARM_EVENT = kept("alarm.event.v1", Key.ALARM, 6, Duration.ofDays(90));

    /** Trend rows that the store refused, as line protocol, with the reason in the headers. */
    public static final Topic TREND_REJECTED = kept("trend.rejected.v1", Key.PATIENT, 6, Duration.ofDays(30));

    private static final List<Topic> ALL = List.of(
            OBSERVATION_RAW,
            OBSERVATION_REJECTED,
            OBSERVATION_QUARANTINED,
            DEVICE_STATUS,
            REGISTER_ASSOCIATION,
            REGISTER_PATIENT,
            REGISTER_LIMITS,
            REGISTER_ROTA,
            CHART_ENTRY,
            VITAL_NUMERIC,
            VITAL_WINDOW,
            SCORE,
            ALARM_CONDITION,
            ALARM_EVENT,
            TREND_REJECTED);

    private Topics() {}

    /** All topics in use, in the order of the flow. */
    public static List<Topic> all() {
        return ALL;
    }

    private static Topic kept(String name, Key key, int partitions, Duration retention) {
        return new Topic("wardlight." + name, key, partitions, retention, false);
    }

    private static Topic compacted(String name, Key key, int partitions) {
        return new Topic("wardlight." + name, key, partitions, Duration.ZERO, true);
    }

    /** Whose history a topic keeps in order. */
    public enum Key {
        DEVICE,
        PATIENT,
        ALARM,
        WARD
    }

    /**
     * One topic.
     *
     * @param name full Kafka name
     * @param key what its records are keyed by
     * @param partitions fixed for the life of the topic
     * @param retention how long records are kept; zero for compacted topics, which keep the last one of each key
     * @param compacted whether only the last record of a key matters
     */
    public record Topic(String name, Key key, int partitions, Duration retention, boolean compacted) {

        /** Kafka's own settings for this topic. */
        public Map<String, String> settings() {
            Map<String, String> settings = new TreeMap<>();
            // A ward clock that runs faster than the broker's is no error of the record.
            settings.put("message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));
            settings.put("cleanup.policy", compacted ? "compact" : "delete");
            if (!compacted) {
                settings.put("retention.ms", Long.toString(retention.toMillis()));
            }
            return Collections.unmodifiableMap(settings);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
