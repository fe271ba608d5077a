/**
 * The history of one device, record by record: order, attribution, limits, presence. {@link
 * org.wardlight.stream.device.DeviceHistory} is the pure logic, {@link org.wardlight.stream.device.DeviceFunction} the Flink
 * operator around it.
 */
@NullMarked
package org.wardlight.stream.device;

import org.jspecify.annotations.NullMarked;
