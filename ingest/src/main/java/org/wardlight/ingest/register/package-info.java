/**
 * What people decide and chart, on its way into the histories it concerns: what the ward register says of devices, patients and
 * limits goes into the partition of each device, charted entries into that of their patient, and quarantined readings back into
 * that of their device, so that a replay of the log finds it all at the same place. {@link
 * org.wardlight.ingest.register.Forwarding} is the three loops. Read {@link
 * org.wardlight.ingest.register.RegisterForwarding} first; {@link org.wardlight.ingest.register.Claims} decides what is released.
 */
@NullMarked
package org.wardlight.ingest.register;

import org.jspecify.annotations.NullMarked;
