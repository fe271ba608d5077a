/**
 * Everything that alerting must not forget, in one SQL database: alarms, audit, outbox, timers, and how far the log has been
 * read. A transition is one transaction over all of them. Read {@link org.wardlight.alerting.store.AlarmStore} first.
 */
@NullMarked
package org.wardlight.alerting.store;

import org.jspecify.annotations.NullMarked;
