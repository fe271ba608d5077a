// How a model's score looks: a number with its arrow, an old one as no number, and reasons in words. Pure.

import { m } from './messages.js';

/** Scores come once a minute; a longer silence than three is one. */
export const SCORE_LOST_MS = 180_000;

const DIGITS = { temperature: 1 };

/**
 * @typedef {object} RiskChip
 * @property {string} text `5.9 %`, `--`
 * @property {string} arrow
 * @property {boolean} high
 * @property {string} title
 */

/**
 * @param {import('./types.js').ModelScore|null} score
 * @param {number} now
 * @returns {RiskChip|null} null when no model has said anything of this bed
 */
export function riskChip(score, now) {
  if (!score) {
    return null;
  }
  if (isLost(score, now)) {
    return { text: '--', arrow: '', high: false, title: m.risk.lost(score.title) };
  }
  if (score.value === null) {
    return { text: '--', arrow: '', high: false, title: score.unavailable ?? m.risk.lost(score.title) };
  }
  return {
    text: score.text,
    arrow: m.risk.arrows[score.trend] ?? '',
    high: score.high,
    title: [`${score.title} ${score.text}`, reasonsText(score.reasons), score.shadow ? m.risk.shadow : ''].filter(Boolean).join('; '),
  };
}

/** Whether its silence is too long to show what it said last. */
export function isLost(score, now) {
  return now - score.time > SCORE_LOST_MS;
}

/** The reasons that raise a score, in words: `RR 24, usually 16`. */
export function reasonsText(reasons) {
  return reasons.filter((reason) => reason.contribution > 0 && reason.value !== null).map(reasonText).join(' · ');
}

/** @param {import('./types.js').Reason} reason */
export function reasonText(reason) {
  const label = m.risk.inputs[reason.input] ?? reason.input.replaceAll('-', ' ');
  if (reason.value === null) {
    return label;
  }
  const digits = DIGITS[reason.input] ?? 0;
  const value = reason.value.toFixed(digits);
  return reason.usual === null ? `${label} ${value}` : m.risk.reason(label, value, reason.usual.toFixed(digits));
}

/**
 * What the ward has to know of its models: each that cannot be used, or whose file has changed, once.
 * @param {import('./types.js').Tile[]} tiles
 * @param {number} now
 * @returns {string[]} titles
 */
export function degradedModels(tiles, now) {
  const scores = tiles.flatMap((tile) => [tile.risk, tile.anomaly]).filter((score) => score && !isLost(score, now));
  return [...new Set(scores.filter((score) => score.failed || score.degraded).map((score) => score.title))].sort();
}

/**
 * The mean of the ward, for comparison; null for fewer than three beds.
 * @param {import('./types.js').Tile[]} tiles
 * @param {string} id of the model
 * @param {number} now
 */
export function wardAverage(tiles, id, now) {
  const values = tiles.map((tile) => tile.risk).filter((score) => score?.id === id && score.value !== null && !isLost(score, now))
    .map((score) => score.value);
  return values.length < 3 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** `5.9 %` as the station writes it. */
export function percent(value) {
  return `${(100 * value).toFixed(value < 0.1 ? 1 : 0)} %`;
}
