package org.wardlight.alerting.search;

import org.wardlight.alerting.alarm.Alarm;
import org.wardlight.alerting.alarm.AlarmInput;
import org.wardlight.alerting.alarm.Decision;
import org.wardlight.alerting.alarm.Surroundings;

/** What decides: the real machine, or one with a planted bug. */
@FunctionalInterface
interface Machine {

    Decision decide(Alarm alarm, AlarmInput input, Surroundings at);
}
