// A bar with the beds whose alarms nobody has taken, for the pages that do not show them: nobody may miss the others.

import { css, html, nothing } from 'lit';
import { m } from './messages.js';

/**
 * @param {import('./types.js').Alarm[]} alarms not acknowledged
 * @param {(bed: string) => void} open
 * @param {(n: number) => string} sentence
 */
export function alarmsElsewhere(alarms, open, sentence) {
  const beds = [...new Set(alarms.map((alarm) => alarm.bed))].filter(Boolean).sort();
  return alarms.length === 0 ? nothing : html`<p class="elsewhere">${sentence(alarms.length)}:
    ${beds.map((bed) => html`<button @click=${() => open(bed)}>${m.bed(bed)}</button>`)}</p>`;
}

export const elsewhereStyle = css`
  .elsewhere { display: flex; flex-wrap: wrap; align-items: center; gap: 6px; padding: 4px 14px; background: var(--raised); border-block: 1px solid var(--medium-frame); font-weight: 600; }
  .elsewhere button { min-height: 26px; }
`;
