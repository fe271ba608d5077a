package org.wardlight.station.pager;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a page says. {@code dueMillis} is when the condition was due, ms since 1970 on the ward clock. */
public record PageData(
        String alarmId,
        String ward,
        String bed,
        String priority,
        String marks,
        String text,
        int level,
        String role,
        String recipient,
        String kind,
        String rule,
        @Nullable Long dueMillis,
        @Nullable Deciding deciding,
        String dedupKey) {

    private static final Set<String> TYPES = Set.of("alarm.page", "alarm.test-page");

    /** The reading that decided; boot and seq are absent for a device that does not count its messages. */
    public record Deciding(
            String device,
            @Nullable Long boot,
            @Nullable Long seq,
            @Nullable String contentHash,
            @Nullable Long deviceTimeMillis,
            @Nullable Long sentTimeMillis,
            @Nullable Long ingestTimeMillis) {}

    /** @throws IllegalArgumentException when it is not a page */
    static PageData of(JsonNode body) {
        JsonNode data = body.path("data");
        if (!TYPES.contains(body.path("type").asText())
                || !data.path("alarm_id").isTextual()) {
            throw new IllegalArgumentException("neither an alarm.page nor a test page with an alarm_id");
        }
        return new PageData(
                data.path("alarm_id").asText(),
                data.path("ward").asText(""),
                data.path("bed").asText(""),
                data.path("priority").asText(""),
                data.path("marks").asText(""),
                data.path("text").asText(""),
                data.path("level").asInt(),
                data.path("role").asText(""),
                data.path("recipient").asText(""),
                data.path("kind").asText(""),
                data.path("rule").asText(""),
                number(data, "due_ms"),
                deciding(data.path("deciding")),
                data.path("dedup_key").asText(""));
    }

    private static @Nullable Deciding deciding(JsonNode node) {
        if (node.path("device").asText("").isEmpty()) {
            return null;
        }
        return new Deciding(
                node.path("device").asText(),
                number(node, "boot"),
                number(node, "seq"),
                node.path("content_hash").isTextual()
                        ? node.path("content_hash").asText()
                        : null,
                number(node, "device_time_ms"),
                number(node, "sent_time_ms"),
                number(node, "ingest_time_ms"));
    }

    private static @Nullable Long number(JsonNode node, String key) {
        JsonNode value = node.path(key);
        return value.isIntegralNumber() ? value.longValue() : null;
    }
}
