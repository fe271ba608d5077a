package org.wardlight.alerting.burden;

import org.jspecify.annotations.Nullable;

/**
 * An alarm that was raised, and what people did about it.
 *
 * @param rule why it was raised
 * @param kind physiological, technical or advisory
 * @param priority high, medium or low, the worst that it had
 * @param raisedMillis ms since 1970, ward time
 * @param answeredMillis when somebody first accepted or acknowledged it; null when nobody has
 * @param pages how many pages about it were delivered
 * @param notActionable why nobody would have been needed; null when nobody said so
 */
public record RaisedAlarm(
        String bedId,
        String rule,
        String kind,
        String priority,
        long raisedMillis,
        @Nullable Long answeredMillis,
        int pages,
        @Nullable String notActionable) {}
