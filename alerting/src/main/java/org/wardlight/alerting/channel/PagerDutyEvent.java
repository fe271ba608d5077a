package org.wardlight.alerting.channel;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Map;

/**
 * A trigger of PagerDuty's Events API v2. Its deduplication key is the page id: a repeat joins the incident that is there,
 * the next level opens one of its own and notifies again.
 */
final class PagerDutyEvent implements Wording {

    /** What the API takes of a summary, in characters. */
    private static final int LONGEST_SUMMARY = 1_024;

    private final Target.PagerDuty target;

    PagerDutyEvent(Target.PagerDuty target) {
        this.target = target;
    }

    @Override
    public URI uri() {
        return target.uri();
    }

    @Override
    public Letter of(Page page) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("routing_key", target.routingKey());
        event.put("event_action", "trigger");
        event.put("dedup_key", page.id());
        event.put("client", "Wardlight");
        ObjectNode payload = event.putObject("payload");
        String summary = page.title();
        payload.put("summary", summary.substring(0, Math.min(summary.length(), LONGEST_SUMMARY)));
        payload.put("source", "ward " + page.text("ward") + ", bed " + page.text("bed"));
        payload.put("severity", severity(page.text("priority")));
        payload.put("component", page.text("rule"));
        payload.put("group", page.text("ward"));
        payload.put("class", page.text("kind"));
        payload.set("custom_details", page.data());
        return new Letter(Map.of(), event.toString());
    }

    private static String severity(String priority) {
        return switch (priority) {
            case "high" -> "critical";
            case "medium" -> "error";
            default -> "warning";
        };
    }
}
