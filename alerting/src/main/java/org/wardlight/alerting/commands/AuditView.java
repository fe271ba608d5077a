package org.wardlight.alerting.commands;

import org.wardlight.alerting.store.AuditEntry;

/** A line of an alarm's history as the API shows it; {@code time} is ms since 1970, ward time. */
record AuditView(long time, String actor, String what, String why) {

    static AuditView of(AuditEntry entry) {
        return new AuditView(entry.timeMillis(), entry.actor(), entry.what(), entry.why());
    }
}
