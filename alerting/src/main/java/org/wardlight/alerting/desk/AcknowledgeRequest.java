package org.wardlight.alerting.desk;

/**
 * A person wants to own an alarm.
 *
 * @param actor who, as authenticated by the station
 * @param reason in their words; may be empty
 * @param idempotencyKey the same for repeats of the same request; empty when there is none
 */
public record AcknowledgeRequest(String alarmId, String actor, String reason, String idempotencyKey) {}
