// Ticks of a time axis on whole hours of the ward's wall. Pure.

import { clockTime } from './format.js';
import { dayAndTime, offsetAt } from './ward-time.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const STEPS = [5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, 24 * HOUR];
const MOST = 9;

/**
 * @param {number} from
 * @param {number} to
 * @param {string|undefined} timeZone
 * @returns {{value:number, label:string}[]}
 */
export function timeTicks(from, to, timeZone) {
  const step = STEPS.find((each) => (to - from) / each <= MOST) ?? STEPS.at(-1);
  const ticks = [];
  const offset = offsetAt(from, timeZone);
  for (let wall = Math.ceil((from + offset) / step) * step; wall - offset <= to; wall += step) {
    const value = wall - offset;
    const midnight = wall % (24 * HOUR) === 0;
    ticks.push({ value, label: midnight ? dayAndTime(value, timeZone).split(' ').slice(0, 2).join(' ') : clockTime(value, timeZone, false) });
  }
  return ticks;
}
