/**
 * Register changes on their way into the devices' own histories: what the ward register says of devices, patients and
 * limits goes into the partition of each device it concerns, so that a replay of the log finds it at the same place. Read
 * {@link org.wardlight.ingest.register.RegisterForwarding} first; {@link org.wardlight.ingest.register.RegisterReader} is
 * its Kafka loop.
 */
@NullMarked
package org.wardlight.ingest.register;

import org.jspecify.annotations.NullMarked;
