/**
 * Devices and what they look like from outside. Enters: a body's vitals. Leaves: measurements as this kind of device
 * reports them: rounded, with its own small errors, at its own pace, or missing because a probe fell off. A
 * {@link org.wardlight.simulators.device.ReadingSource} is what a device hangs on. Read
 * {@link org.wardlight.simulators.device.DeviceProfile} first.
 */
@NullMarked
package org.wardlight.simulators.device;

import org.jspecify.annotations.NullMarked;
