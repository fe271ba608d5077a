package org.wardlight.alerting.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A page to send: bed, priority and what is wrong; never a name or a patient reference.
 *
 * @param id the same for each repeat, so that a receiver knows it
 * @param body the JSON that a webhook gets
 * @param data its {@code data}, from which other channels take their words
 */
public record Page(String id, String body, JsonNode data) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A page from the JSON that the desk wrote. */
    public static Page of(String id, String body) {
        try {
            return new Page(id, body, JSON.readTree(body).path("data"));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a page that is not JSON", e);
        }
    }

    /** One line: how urgent, where, what. */
    String title() {
        String what = text("marks") + " " + text("bed") + " " + text("text");
        return (isReminder() ? "Reminder: " + what : what).strip();
    }

    /** One line: who is asked. */
    String asks() {
        return "Ward " + text("ward") + ", " + text("priority") + " priority. Asked: " + text("role") + ", "
                + text("recipient") + " (level " + data.path("level").asInt() + ")";
    }

    /** A field of the data; empty when it is not there. */
    String text(String field) {
        return data.path(field).asText("");
    }

    private boolean isReminder() {
        return data.path("reminder_of").isTextual();
    }
}
