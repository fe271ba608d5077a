/**
 * What an alarm is and how it moves: a pure state machine without clock, database or network. Conditions, acknowledgements,
 * timers and page outcomes enter; the next state and a list of effects leave. Read {@link
 * org.wardlight.alerting.alarm.Alarm} first: it holds the whole table.
 */
@NullMarked
package org.wardlight.alerting.alarm;

import org.jspecify.annotations.NullMarked;
