package org.wardlight.alerting.store;

/** A record's place in the log. */
public record LogPosition(String topic, int partition, long offset) {}
