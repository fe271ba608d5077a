// Ticks of a time axis on whole hours of the ward's wall. Pure.

import { clockTime } from './format.js';
import { dayAndTime, offsetAt, timesOf, whichOfTwo } from './ward-time.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const STEPS = [5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, 24 * HOUR];
const MOST = 9;

/**
 * Ticks where the wall shows whole hours. The night the clocks change none stands in the hour that is left out, and both in
 * the one that is repeated, each with the name of its clock.
 * @param {number} from
 * @param {number} to
 * @param {string|undefined} timeZone
 * @returns {{value:number, label:string}[]}
 */
export function timeTicks(from, to, timeZone) {
  const step = STEPS.find((each) => (to - from) / each <= MOST) ?? STEPS.at(-1);
  const offsets = [from, to].map((end) => offsetAt(end, timeZone));
  const ticks = [];
  for (let wall = Math.floor((from + Math.min(...offsets)) / step) * step; wall <= to + Math.max(...offsets); wall += step) {
    ticks.push(...timesOf(wall, timeZone).map((value) => ({ value, label: labelOf(value, wall, timeZone) })));
  }
  return ticks.filter(({ value }) => value >= from && value <= to).sort((a, b) => a.value - b.value);
}

function labelOf(value, wall, timeZone) {
  const midnight = wall % (24 * HOUR) === 0;
  const text = midnight ? dayAndTime(value, timeZone).split(' ').slice(0, 2).join(' ') : clockTime(value, timeZone, false);
  return text + whichOfTwo(value, timeZone);
}
