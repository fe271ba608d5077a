/**
 * What alarms cost the people who answer them: how many, how fast they are answered, how many needed nobody. In come the
 * alarms and answers of a time; out come figures. Pure. Read {@link org.wardlight.alerting.burden.Burden} first.
 */
@NullMarked
package org.wardlight.alerting.burden;

import org.jspecify.annotations.NullMarked;
