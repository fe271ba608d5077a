// How one numeric is to be shown, judged by the age of its data. Pure.

import { age } from './format.js';
import { m } from './messages.js';

/** Below this signal quality (%, the device's own figure) a value is marked `~`; from the job, which uses none below it. */
const POOR_BELOW = 50;
const POOR_FLAGS = ['motion', 'low-perfusion', 'unusual'];

/**
 * @typedef {object} Shown
 * @property {'live'|'stale'|'lost'|'missing'|'absent'} state
 * @property {string} text what stands in the slot; never an old number once it is lost
 * @property {string} age empty while live
 * @property {boolean} poor
 * @property {boolean} suppressed whether no limit and no score uses it
 */

const ABSENT = Object.freeze({ state: 'absent', text: '', age: '', poor: false, suppressed: false });

/**
 * @param {import('./types.js').Numeric|undefined} numeric
 * @param {number} now ward time
 * @param {boolean} fresh whether the connection delivers
 * @returns {Shown}
 */
export function shownAs(numeric, now, fresh) {
  if (!numeric) {
    return ABSENT;
  }
  const old = numeric.time === null ? Infinity : Math.max(0, now - numeric.time);
  const ageText = Number.isFinite(old) ? age(old) : '';
  const hasValue = numeric.text !== null || numeric.value !== null || numeric.code !== null;
  if (old >= numeric.lostAfterMs || (!hasValue && !numeric.missing)) {
    return { state: 'lost', text: '--', age: ageText, poor: false, suppressed: false };
  }
  const stale = old >= numeric.staleAfterMs || !fresh;
  if (numeric.missing) {
    return { state: 'missing', text: m.missing(numeric.vital, numeric.missing), age: stale ? ageText : '', poor: false, suppressed: false };
  }
  return {
    state: stale ? 'stale' : 'live',
    text: valueText(numeric),
    age: stale || numeric.spot ? ageText : '',
    poor: isPoor(numeric),
    suppressed: isSuppressed(numeric),
  };
}

/**
 * The newest numeric of a vital, whatever device measured it.
 * @param {import('./types.js').Numeric[]} numerics
 * @param {...string} vitals in order of preference
 * @returns {import('./types.js').Numeric|undefined}
 */
export function pick(numerics, ...vitals) {
  for (const vital of vitals) {
    const candidates = numerics.filter((numeric) => numeric.vital === vital);
    if (candidates.length > 0) {
      return candidates.reduce((best, next) => ((next.time ?? 0) > (best.time ?? 0) ? next : best));
    }
  }
  return undefined;
}

/**
 * Systolic over diastolic, shown as the older of the two.
 * @param {import('./types.js').Numeric[]} numerics
 * @param {number} now
 * @param {boolean} fresh
 * @returns {Shown}
 */
export function pressureShownAs(numerics, now, fresh) {
  const systolic = shownAs(pick(numerics, 'systolic-pressure'), now, fresh);
  const diastolic = shownAs(pick(numerics, 'diastolic-pressure'), now, fresh);
  if (systolic.state === 'absent' || systolic.state === 'lost' || systolic.state === 'missing') {
    return systolic;
  }
  const lower = diastolic.state === 'live' || diastolic.state === 'stale' ? diastolic.text : '--';
  return { ...systolic, text: `${systolic.text}/${lower}`, poor: systolic.poor || diastolic.poor, suppressed: systolic.suppressed };
}

function valueText(numeric) {
  return numeric.text ?? (numeric.value !== null ? String(Math.round(numeric.value)) : m.code(numeric.code));
}

/** As the job judges it: by the device's own figure, or by motion where there is none. */
function isSuppressed(numeric) {
  return numeric.quality === null || numeric.quality === undefined
    ? (numeric.flags ?? []).includes('motion')
    : numeric.quality < POOR_BELOW;
}

function isPoor(numeric) {
  const flags = numeric.flags ?? [];
  return numeric.quality === null || numeric.quality === undefined
    ? flags.some((flag) => POOR_FLAGS.includes(flag))
    : numeric.quality < POOR_BELOW;
}
