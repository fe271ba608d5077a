package org.wardlight.alerting.store;

/**
 * One line of the audit.
 *
 * @param timeMillis when, ms since 1970, ward time
 * @param actor who; empty when nobody did it
 * @param what the transition, or what was decided
 * @param why in words; may be empty
 */
public record AuditEntry(long timeMillis, String actor, String what, String alarmId, String why) {}
