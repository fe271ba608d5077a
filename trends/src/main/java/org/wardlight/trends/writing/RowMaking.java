package org.wardlight.trends.writing;

import com.google.protobuf.InvalidProtocolBufferException;
import com.influxdb.client.write.Point;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.wardlight.events.Topics;
import org.wardlight.events.v1.AlarmEvent;
import org.wardlight.events.v1.Score;
import org.wardlight.events.v1.VitalWindow;
import org.wardlight.trends.schema.TrendPoint;
import org.wardlight.trends.schema.TrendSchema;

/** Records of the three topics become rows, or dead letters when they cannot. */
final class RowMaking {

    private RowMaking() {}

    /** Gives the record's row to the one, or the reason why it has none to the other. */
    static void make(ConsumerRecord<String, byte[]> record, Consumer<TrendRow> rows, Consumer<DeadLetter> letters) {
        byte[] value = record.value();
        if (value == null || value.length == 0) {
            letters.accept(DeadLetter.ofRecord(record, Rejection.EMPTY, "The record is empty."));
            return;
        }
        try {
            rows.accept(row(record.topic(), value, Origin.of(record)));
        } catch (InvalidProtocolBufferException e) {
            letters.accept(DeadLetter.ofRecord(record, Rejection.MALFORMED, "The record cannot be parsed."));
        } catch (IllegalArgumentException | ArithmeticException e) {
            letters.accept(
                    DeadLetter.ofRecord(record, Rejection.INCOMPLETE, "There is no row in it: " + e.getMessage()));
        }
    }

    private static TrendRow row(String topic, byte[] value, Origin origin) throws InvalidProtocolBufferException {
        if (topic.equals(Topics.VITAL_WINDOW.name())) {
            TrendPoint trend = TrendPoint.of(VitalWindow.parseFrom(value));
            return row(TrendSchema.VITAL, trend.patientRef(), TrendSchema.vital(trend), origin);
        }
        if (topic.equals(Topics.SCORE.name())) {
            Score score = Score.parseFrom(value);
            Point point = TrendSchema.score(TrendSchema.site(score.getSite()), score);
            return row(TrendSchema.SCORE, score.getPatientRef(), point, origin);
        }
        AlarmEvent event = AlarmEvent.parseFrom(value);
        Point point = TrendSchema.alarm(TrendSchema.site(event.getCondition().getSite()), event);
        return row(TrendSchema.ALARM, event.getCondition().getPatientRef(), point, origin);
    }

    private static TrendRow row(String measurement, String patientRef, Point point, Origin origin) {
        return new TrendRow(measurement, patientRef, point.toLineProtocol(), origin);
    }
}
