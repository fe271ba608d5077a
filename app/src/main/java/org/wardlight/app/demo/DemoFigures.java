package org.wardlight.app.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a demonstration measured, as its one line of JSON. Counts are of this run, also in a folder that was used before.
 *
 * @param readyMs from the start of the process to the first live value on the board; absent when none came
 * @param messagesPublished different messages the devices handed to the network
 * @param messagesAcknowledged of those, acknowledged by the broker
 * @param messagesInLog messages in observation.raw
 * @param rejected messages in observation.rejected
 * @param windows windows of vitals in vital.window, each once however often it was written; also those of earlier runs
 * @param trendRows of those, rows in the trend store
 * @param cpuUsPerReading processor time of the whole process, devices included, per measurement in the log, after it was ready
 * @param rssMb most memory the process ever used
 * @param lost acknowledged messages found in neither topic, plus breaches of the scenario without a page
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record DemoFigures(
        @JsonProperty("ready_ms") @Nullable Long readyMs,
        @JsonProperty("beds") int beds,
        @JsonProperty("messages_published") long messagesPublished,
        @JsonProperty("messages_acknowledged") long messagesAcknowledged,
        @JsonProperty("messages_in_log") long messagesInLog,
        @JsonProperty("rejected") long rejected,
        @JsonProperty("alarms_started") long alarmsStarted,
        @JsonProperty("pages_delivered") long pagesDelivered,
        @JsonProperty("page_latency_ms") Latency pageLatencyMs,
        @JsonProperty("scores") long scores,
        @JsonProperty("windows") long windows,
        @JsonProperty("trend_rows") long trendRows,
        @JsonProperty("cpu_us_per_reading") long cpuUsPerReading,
        @JsonProperty("rss_mb") long rssMb,
        @JsonProperty("lost") long lost) {

    /** Why a run with these figures is not a success, in one sentence; empty when it is one. */
    Optional<String> shortcoming() {
        if (readyMs == null) {
            return Optional.of("No live value ever reached the board.");
        }
        if (messagesAcknowledged == 0) {
            return Optional.of("The broker acknowledged no message of any device.");
        }
        if (lost > 0) {
            return Optional.of("Messages or pages were lost: " + lost + ".");
        }
        return trendRows == windows
                ? Optional.empty()
                : Optional.of("The trend store has " + trendRows + " rows for " + windows + " windows.");
    }

    /** Percentiles by nearest rank; absent without a page. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Latency(
            @Nullable Long p50,
            @Nullable Long p99,
            @Nullable Long max) {

        static Latency of(List<Long> ascending) {
            return new Latency(rank(ascending, 0.50), rank(ascending, 0.99), rank(ascending, 1.0));
        }

        private static @Nullable Long rank(List<Long> ascending, double share) {
            int n = ascending.size();
            return n == 0 ? null : ascending.get(Math.max(0, (int) Math.ceil(share * n) - 1));
        }
    }
}
