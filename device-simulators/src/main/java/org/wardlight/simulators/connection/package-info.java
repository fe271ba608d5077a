/**
 * The way to the broker. Enters: publications in order. Leaves: MQTT 5 PUBLISH packets with QoS 1 over real sockets, and a
 * ledger of what was acknowledged. What is not acknowledged is stored and sent again in order. Links are used by the one
 * thread of a {@link org.wardlight.simulators.connection.Loop}; the client library's own threads only post to it. Read
 * {@link org.wardlight.simulators.connection.DeviceLink} first.
 */
@NullMarked
package org.wardlight.simulators.connection;

import org.jspecify.annotations.NullMarked;
