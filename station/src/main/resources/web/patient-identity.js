// How a device of a patient is told in one line.

import { m } from './messages.js';

/** @param {import('./types.js').Device} device */
export function deviceText(device) {
  const parts = [device.id, m.profile(device.profile), m.device[device.connection] ?? device.connection];
  return [...parts, device.battery === null ? '' : m.device.battery(device.battery)].filter(Boolean).join(' · ');
}
