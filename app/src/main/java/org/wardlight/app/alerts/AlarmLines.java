package org.wardlight.app.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.wardlight.app.terminal.SafeText;

/** Alarms and their history as lines of a terminal. */
final class AlarmLines {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());
    private static final int LONGEST = 300;

    private AlarmLines() {}

    /** {@code 6f0c…  *** 12B  SpO2 84 < 85  active-unacknowledged 1:20  asked RN Okafor (level 1), delivered}. */
    static String row(JsonNode alarm, long now) {
        JsonNode responsibility = alarm.path("responsibility");
        StringBuilder row = new StringBuilder(String.format(
                Locale.ROOT,
                "%s  %-3s %-6s %s  %s %s",
                alarm.path("id").asText(),
                alarm.path("marks").asText(),
                alarm.path("bed").asText("-"),
                alarm.path("text").asText(),
                alarm.path("state").asText(),
                elapsed(now - alarm.path("raised").asLong())));
        if (alarm.path("acknowledgedBy").isTextual()) {
            row.append("  by ").append(alarm.path("acknowledgedBy").asText());
        } else if (responsibility.path("heldBecause").isTextual()) {
            row.append("  asks nobody: ")
                    .append(responsibility.path("heldBecause").asText());
        } else if (alarm.path("recipient").isTextual()) {
            row.append("  asked ")
                    .append(alarm.path("recipient").asText())
                    .append(" (level ")
                    .append(alarm.path("level").asInt())
                    .append("), ")
                    .append(responsibility.path("state").asText());
        }
        return SafeText.line(row.toString(), LONGEST);
    }

    static String history(JsonNode line) {
        String actor = line.path("actor").asText();
        String why = line.path("why").asText();
        return SafeText.line(
                "  " + CLOCK.format(Instant.ofEpochMilli(line.path("time").asLong())) + "  "
                        + line.path("what").asText()
                        + (actor.isEmpty() ? "" : " by " + actor)
                        + (why.isEmpty() ? "" : ": " + why),
                LONGEST);
    }

    private static String elapsed(long millis) {
        Duration time = Duration.ofMillis(Math.max(0, millis));
        return time.toHours() > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
    }
}
