package org.wardlight.alerting.alarm;

import java.time.Instant;

/**
 * What a decision may look at besides the alarm and the input.
 *
 * @param now ward time
 * @param place where the patient lies now
 * @param ladder who is asked on that ward
 * @param policy what pages, and how long people have
 */
public record Surroundings(Instant now, Place place, Ladder ladder, AlarmPolicy policy) {}
