/**
 * Proves all the time that an alarm would arrive, from a process of its own. A patient who does not exist breaches limits on
 * a schedule; each breach is followed from the broker to the page, and whatever does not pass it on is named to people who
 * do not depend on it. Read {@link org.wardlight.alerting.canary.PathWatch} first.
 */
@NullMarked
package org.wardlight.alerting.canary;

import org.jspecify.annotations.NullMarked;
