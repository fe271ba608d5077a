package org.wardlight.trends.reading;

import java.time.Instant;

/**
 * One transition of an alarm of a patient; words as in {@link org.wardlight.trends.schema.TrendSchema}.
 *
 * @param vital id in the vital catalogue; empty for a score or a whole device
 */
public record AlarmPoint(
        Instant time,
        String alarmId,
        String rule,
        String transition,
        String state,
        String kind,
        String severity,
        String vital) {}
