/**
 * Ingest: MQTT in, the device log in Kafka out. Enters: what devices publish, and what the ward register says. Leaves:
 * {@code observation.raw} with its clock, {@code observation.rejected}, {@code device.status}. Read
 * {@link org.wardlight.ingest.IngestApp} first.
 */
@NullMarked
package org.wardlight.ingest;

import org.jspecify.annotations.NullMarked;
