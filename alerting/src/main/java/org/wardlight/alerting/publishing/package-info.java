/**
 * Alarm events on their way to everybody: rows of the outbox enter, records of the alarm event topic leave, in the order in
 * which they were decided. Read {@link org.wardlight.alerting.publishing.EventPublisher} first.
 */
@NullMarked
package org.wardlight.alerting.publishing;

import org.jspecify.annotations.NullMarked;
