/**
 * The one gate where an input meets an alarm: conditions, acknowledgements, timers and page outcomes enter; each leaves as
 * one transaction, counted and logged. Read {@link org.wardlight.alerting.desk.AlarmDesk} first.
 */
@NullMarked
package org.wardlight.alerting.desk;

import org.jspecify.annotations.NullMarked;
