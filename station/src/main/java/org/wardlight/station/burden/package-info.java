/**
 * How long people were monitored and nursed, so that alarms can be counted per patient-day and per nurse-hour. In come live
 * values; out come hours, kept in the register's database. Read {@link org.wardlight.station.burden.MonitoredTime} first.
 */
@NullMarked
package org.wardlight.station.burden;

import org.jspecify.annotations.NullMarked;
