// The NEWS2 of a patient, part by part, with what is known and what is not.

import { css, html, nothing } from 'lit';
import { age, unit } from './format.js';
import { m } from './messages.js';
import { chip } from './news2-look.js';

/** Units of the score's own parameters; oxygen may be a flow or a fraction, so it has none. */
const UNITS = { 'respiratory-rate': '/min', spo2: '%', 'systolic-pressure': 'mm[Hg]', pulse: '/min', temperature: 'Cel' };

/** @param {import('./types.js').News2|null} news2 */
export function news2Table(news2) {
  const look = chip(news2);
  if (!look) {
    return html`<p class="nothing">${m.news2.nothing}</p>`;
  }
  if (news2.unavailable) {
    return html`<p class="nothing">${look.title}</p>`;
  }
  return html`
    <p class="score"><b>${news2.text}</b><span class="unknown">${look.marks}</span>
      <span>${m.news2.band(news2.bandLower, news2.bandUpper)} · ${m.news2.scale(news2.scale)}</span></p>
    ${news2.complete ? nothing : html`<p class="why">${[
      news2.missing?.length ? m.news2.missing(news2.missing.map(m.vitalName).join(', ')) : '',
      news2.stale?.length ? m.news2.stale(news2.stale.map(m.vitalName).join(', ')) : '',
    ].filter(Boolean).join('; ')}</p>`}
    <table>
      <thead><tr><th>${m.news2.parameter}</th><th class="number">${m.news2.value}</th><th class="number">${m.news2.points}</th>
        <th>${m.news2.input}</th><th class="number">${m.news2.age}</th></tr></thead>
      <tbody>${news2.parts.map(row)}</tbody>
    </table>
    <p class="credit">${m.news2.credit}</p>`;
}

function row(part) {
  const value = part.value !== null ? `${part.value} ${unit(UNITS[part.parameter] ?? '')}` : part.code ? m.code(part.code) : '--';
  const points = part.lower === part.upper ? String(part.lower) : `${part.lower}-${part.upper}`;
  return html`<tr data-state=${part.state} data-points=${part.upper}>
    <th scope="row">${m.vitalName(part.parameter)}</th>
    <td class="number">${part.state === 'missing' ? '--' : value}</td>
    <td class="number points">${points}</td>
    <td class="state">${m.news2.states[part.state] ?? part.state}</td>
    <td class="number">${part.ageMs === null ? '' : age(part.ageMs)}</td>
  </tr>`;
}

export const news2Style = css`
  .score { display: flex; align-items: baseline; gap: 8px; margin-bottom: 2px; }
  .score b { font-size: 30px; line-height: 1.1; }
  .score .unknown { font-size: 20px; font-weight: 700; color: var(--medium-frame); }
  .score span:last-child { color: var(--dim); }
  .why { font-size: 13px; margin-bottom: 6px; }
  .credit { margin-top: 6px; font-size: 12px; color: var(--dim); }
  tr[data-state='missing'] td, tr[data-state='stale'] td { color: var(--dim); }
  tr[data-state='missing'] .state, tr[data-state='stale'] .state { color: var(--low-text); font-weight: 600; }
  .points { font-weight: 700; }
  tr:not([data-points='0']) .points { color: var(--text) !important; }
`;
