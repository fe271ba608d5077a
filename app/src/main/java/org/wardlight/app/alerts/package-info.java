/**
 * Alarms from the command line: what is open, what became of one, whether pages arrive, and whether the audit is whole.
 * Asks a station, except for the audit, which is read from its database. Read {@link
 * org.wardlight.app.alerts.AlertsCommand} first.
 */
@NullMarked
package org.wardlight.app.alerts;

import org.jspecify.annotations.NullMarked;
