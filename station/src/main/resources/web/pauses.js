// What keeps a patient's alarms quiet, in words: it must be seen, with the time that is left, also while nothing calls.

import { css, html, nothing } from 'lit';
import { clockTime, elapsed } from './format.js';
import { m } from './messages.js';

/** From what takes most to what takes least. */
const KINDS = ['alarm', 'audio', 'rule'];

/**
 * A few letters for a tile: the pause that takes most, and how long it lasts.
 * @param {import('./types.js').Tile} tile
 * @param {number} now
 * @returns {string} empty when nothing is paused
 */
export function pauseText(tile, now) {
  const running = inForce(tile, now);
  const kind = KINDS.find((each) => running.some((pause) => pause.kind === each));
  const until = Math.max(...running.filter((pause) => pause.kind === kind).map((pause) => pause.until));
  return kind ? m.quiet.short[kind](elapsed(until - now)) : '';
}

/**
 * Every pause with who and why.
 * @param {import('./types.js').Tile} tile
 * @param {number} now
 * @param {string|undefined} timeZone
 */
export function pauseLines(tile, now, timeZone) {
  const running = inForce(tile, now);
  return running.length === 0 ? nothing : html`<ul class="pauses">${running.map((pause) => html`<li><b>${m.quiet.kinds[pause.kind]}${pause.rule ? `: ${pause.rule}` : ''}</b>
    ${m.quiet.until(clockTime(pause.until, timeZone, false), pause.actor)}${pause.reason ? `: ${pause.reason}` : ''}</li>`)}</ul>`;
}

function inForce({ pauses }, now) {
  return (pauses ?? []).filter((pause) => pause.until > now);
}

export const pausesStyle = css`
  .pauses { display: grid; gap: 4px; font-size: 13px; }
  .pauses li { padding: 5px 8px; border: 1px dashed var(--dim); border-radius: 5px; }
`;
