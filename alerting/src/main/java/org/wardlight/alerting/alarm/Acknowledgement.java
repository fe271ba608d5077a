package org.wardlight.alerting.alarm;

/** Who owns an alarm, and since when (ms since 1970, ward time). */
public record Acknowledgement(String actor, long atMillis) {}
