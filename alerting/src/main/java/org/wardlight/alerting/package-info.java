/**
 * The alarm role: conditions from the log become alarms, alarms reach people, people acknowledge. Alarm conditions and the
 * register enter by Kafka, commands by HTTP; alarm events leave by Kafka, pages by webhook. Depends on nothing of the job
 * that finds conditions, so that escalation goes on while it restarts. Read {@link org.wardlight.alerting.AlertingApp}
 * first, then {@link org.wardlight.alerting.alarm.Alarm}.
 */
@NullMarked
package org.wardlight.alerting;

import org.jspecify.annotations.NullMarked;
