package org.wardlight.station.board;

/**
 * What keeps alarms of a patient quiet, as the browser reads it. Times are ms since 1970 on the ward clock.
 *
 * @param kind audio, alarm or rule
 * @param rule of a silenced rule; empty otherwise
 * @param actor whose it is
 */
public record PauseInForce(String patientRef, String kind, String rule, long until, String actor, String reason) {}
