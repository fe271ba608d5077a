// The NEWS2 chip: an interval with the unknown named. Pure.

import { m } from './messages.js';

const STEPS = { low: 0, 'low-medium': 1, medium: 2, high: 3 };
const MOST_MARKS = 3;

/**
 * @typedef {object} Chip
 * @property {string} text `6`, `4-9`, `--`
 * @property {string} marks one `?` for each input that is not known, three at most
 * @property {number} sure steps of the risk band that are certain, 0-3
 * @property {number} possible steps that are possible, 0-3
 * @property {string} title
 */

/**
 * @param {import('./types.js').News2|null} news2
 * @returns {Chip|null} null when this bed has no score at all
 */
export function chip(news2) {
  if (!news2) {
    return null;
  }
  if (news2.unavailable) {
    return { text: m.news2.none, marks: '?', sure: 0, possible: 0, title: m.news2.unavailable(news2.unavailable) };
  }
  const unknown = (news2.missing?.length ?? 0) + (news2.stale?.length ?? 0);
  return {
    text: news2.text,
    marks: '?'.repeat(Math.min(MOST_MARKS, unknown || (news2.complete ? 0 : 1))),
    sure: STEPS[news2.bandLower] ?? 0,
    possible: STEPS[news2.bandUpper] ?? 0,
    title: titleOf(news2),
  };
}

function titleOf(news2) {
  const parts = [m.news2.title(news2.text, news2.scale), m.news2.band(news2.bandLower, news2.bandUpper)];
  for (const kind of ['missing', 'stale', 'aging']) {
    if (news2[kind]?.length > 0) {
      parts.push(m.news2[kind](news2[kind].map(m.vitalName).join(', ')));
    }
  }
  return parts.join('; ');
}
