/**
 * Wardlight's own device format on the wire. Enters: a {@code NativeMessage}. Leaves: the bytes of an MQTT payload and
 * their content type, in protobuf or JSON; the same message always gives the same bytes. Read
 * {@link org.wardlight.simulators.payload.PayloadFormat} first, and {@link org.wardlight.simulators.payload.JsonPayload}
 * for the JSON shape.
 */
@NullMarked
package org.wardlight.simulators.payload;

import org.jspecify.annotations.NullMarked;
