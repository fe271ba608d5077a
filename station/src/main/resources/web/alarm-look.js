// Order and look of alarms: which comes first, which value it is about. Pure.

const RANK = { high: 3, medium: 2, low: 1 };
const SCORE_RULES = /^news2/;

/** @param {import('./types.js').Alarm} alarm */
export function isOpen(alarm) {
  return alarm.state !== 'closed';
}

/** Nobody has acknowledged it, whether the condition still lasts or has ended. @param {import('./types.js').Alarm} alarm */
export function isUnacknowledged(alarm) {
  return alarm.state === 'active-unacknowledged' || alarm.state === 'latched';
}

/** Demands attention now: lasts and nobody has acknowledged it. @param {import('./types.js').Alarm} alarm */
export function isCalling(alarm) {
  return alarm.state === 'active-unacknowledged';
}

/**
 * Worst first: calling before latched before acknowledged, then priority, then physiological before technical, then newest.
 * @param {import('./types.js').Alarm} a
 * @param {import('./types.js').Alarm} b
 * @returns {number}
 */
export function worstFirst(a, b) {
  return urgency(b) - urgency(a) || RANK[b.priority] - RANK[a.priority]
    || Number(a.kind === 'technical') - Number(b.kind === 'technical') || b.raised - a.raised;
}

/**
 * Newest first, for the alarm list.
 * @param {import('./types.js').Alarm} a
 * @param {import('./types.js').Alarm} b
 * @returns {number}
 */
export function newestFirst(a, b) {
  return b.raised - a.raised || (a.id < b.id ? -1 : 1);
}

/**
 * The colour class: technical alarms have their own, whatever their priority.
 * @param {import('./types.js').Alarm|{kind?: string, priority: string, marks?: string}} alarm
 * @returns {'high'|'medium'|'low'|'technical'}
 */
export function tone(alarm) {
  return alarm.kind === 'technical' || alarm.marks?.startsWith('!') ? 'technical' : alarm.priority;
}

/**
 * The slot of the tile that an alarm is about: `hr`, `spo2`, `rr`, `bp`, `temp`, `news2`, or null.
 * @param {import('./types.js').Alarm} alarm
 * @returns {string|null}
 */
export function slotOf(alarm) {
  const rule = alarm.rule ?? '';
  if (SCORE_RULES.test(rule)) {
    return 'news2';
  }
  const slots = [
    ['heart-rate', 'hr'], ['pulse-rate', 'hr'], ['spo2', 'spo2'], ['respiratory-rate', 'rr'], ['pressure', 'bp'], ['temperature', 'temp'],
  ];
  return slots.find(([part]) => rule.includes(part))?.[1] ?? null;
}

/**
 * Which limit was crossed: `↓` below, `↑` above, or nothing.
 * @param {import('./types.js').Alarm} alarm
 * @returns {string}
 */
export function arrow(alarm) {
  if (alarm.kind !== 'physiological') {
    return '';
  }
  return /-low$/.test(alarm.rule) ? '↓' : /-high$/.test(alarm.rule) ? '↑' : '';
}

/**
 * Until when nobody is asked about it.
 * @param {import('./types.js').Alarm} alarm
 * @param {number} now
 * @returns {number|null} null when somebody may be asked
 */
export function heldUntil(alarm, now) {
  const until = alarm.responsibility?.heldUntil ?? null;
  return until !== null && until > now ? until : null;
}

/**
 * The alarms that may sound: a pause takes the sound away, never the light.
 * @param {Iterable<import('./types.js').Alarm>} alarms
 * @param {number} now
 * @returns {import('./types.js').Alarm[]}
 */
export function audible(alarms, now) {
  return [...alarms].filter((alarm) => heldUntil(alarm, now) === null && (alarm.responsibility?.audioPausedUntil ?? 0) <= now);
}

/**
 * The worst priority among the calling alarms, for sound; technical ones count by their priority.
 * @param {Iterable<import('./types.js').Alarm>} alarms
 * @returns {import('./types.js').Priority|null}
 */
export function callingPriority(alarms) {
  let worst = null;
  for (const alarm of alarms) {
    if (isCalling(alarm) && (worst === null || RANK[alarm.priority] > RANK[worst])) {
      worst = alarm.priority;
    }
  }
  return worst;
}

/** Whether priority a is worse than b. @param {string|null} a @param {string|null} b */
export function isWorse(a, b) {
  return (RANK[a] ?? 0) > (RANK[b] ?? 0);
}

function urgency(alarm) {
  return { 'active-unacknowledged': 3, latched: 2, 'active-acknowledged': 1 }[alarm.state] ?? 0;
}
