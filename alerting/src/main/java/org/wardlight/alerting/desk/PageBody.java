package org.wardlight.alerting.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import java.time.Instant;
import java.util.HexFormat;
import org.wardlight.alerting.alarm.AlarmFacts;
import org.wardlight.alerting.alarm.Effect;
import org.wardlight.alerting.alarm.LadderStep;
import org.wardlight.alerting.alarm.Place;
import org.wardlight.events.AlarmWords;
import org.wardlight.events.v1.AlarmCondition;
import org.wardlight.events.v1.DecidingReading;

/** What a page says, as JSON: bed, priority and what is wrong; never a name or a patient reference. */
final class PageBody {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PageBody() {}

    static ByteString of(Effect.Page page) {
        ObjectNode body = JSON.createObjectNode();
        body.put("type", "alarm.page");
        body.put("timestamp", page.at().toString());
        ObjectNode data = body.putObject("data");
        AlarmFacts alarm = page.alarm();
        AlarmCondition condition = alarm.condition();
        data.put("alarm_id", alarm.alarmId());
        data.put("page_id", page.pageId());
        data.put("ward", alarm.place().wardId());
        data.put("bed", bed(alarm));
        data.put("priority", AlarmWords.priority(condition.getSeverity()));
        data.put("marks", AlarmWords.marks(condition.getKind(), condition.getSeverity()));
        data.put("text", AlarmWords.of(condition));
        LadderStep step = page.step();
        data.put("level", page.level());
        data.put("role", step.role());
        data.put("recipient", step.recipient());
        data.put("kind", AlarmWords.kind(condition.getKind()));
        data.put("rule", condition.getRule());
        data.put("raised", Instant.ofEpochMilli(alarm.times().raisedMillis()).toString());
        data.put("due_ms", condition.getDueMs());
        data.put("reminder_of", page.reminderOf());
        if (condition.hasDecidedBy()) {
            reading(data.putObject("deciding"), condition.getDecidedBy());
        } else {
            data.putNull("deciding");
        }
        data.put("dedup_key", alarm.alarmId());
        data.put("intendedUse", "research");
        return bytes(body);
    }

    private static String bed(AlarmFacts alarm) {
        Place place = alarm.place();
        if (!place.bedId().isEmpty()) {
            return place.bedId();
        }
        return place.wardId().isEmpty() ? "unknown bed" : "whole ward";
    }

    private static void reading(ObjectNode deciding, DecidingReading reading) {
        deciding.put("device", reading.getDeviceId());
        if (reading.getContentHash().isEmpty()) {
            deciding.put("boot", reading.getBoot());
            deciding.put("seq", reading.getSeq());
            deciding.putNull("content_hash");
        } else {
            deciding.putNull("boot");
            deciding.putNull("seq");
            deciding.put(
                    "content_hash",
                    HexFormat.of().formatHex(reading.getContentHash().toByteArray()));
        }
        deciding.put("device_time_ms", reading.getDeviceTimeMs());
        deciding.put("sent_time_ms", reading.hasSentTimeMs() ? (Long) reading.getSentTimeMs() : null);
        deciding.put("ingest_time_ms", reading.getIngestTimeMs());
    }

    private static ByteString bytes(ObjectNode body) {
        try {
            return ByteString.copyFromUtf8(JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON nodes can always be written", e);
        }
    }
}
