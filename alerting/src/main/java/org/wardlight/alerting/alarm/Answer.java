package org.wardlight.alerting.alarm;

/** What a person said about an alarm, and when (ms since 1970, ward time). */
public record Answer(String actor, long atMillis) {}
