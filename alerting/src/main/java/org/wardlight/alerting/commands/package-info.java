/**
 * What people do with alarms, over HTTP: list and acknowledge. Only the station calls it, with a service token and the name
 * of the person whom it has authenticated. Read {@link org.wardlight.alerting.commands.AlarmApi} first.
 */
@NullMarked
package org.wardlight.alerting.commands;

import org.jspecify.annotations.NullMarked;
