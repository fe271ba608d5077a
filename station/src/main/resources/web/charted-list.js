// What people charted in the range shown, newest first, each to be corrected or struck out.

import { html, nothing } from 'lit';
import { m } from './messages.js';
import { entryActions, ofTile } from './patient-actions.js';
import { refusal } from './permissions.js';
import { dayAndTime } from './ward-time.js';

/** @param {import('./patient.js').PatientPage} page */
export function chartedList(page) {
  const { charted } = page.trends;
  const { session, ward } = page.feed.state;
  const refused = refusal(session, 'nurse');
  if (charted.length === 0) {
    return nothing;
  }
  const begin = (name, entry) => page.show({ kind: 'action', action: entryActions[name](ofTile(page.tile), entry) });
  return html`<section class="charted"><h2>${m.chart.entries}</h2>
    <ul>${[...charted].sort((a, b) => b.time - a.time).map((entry) => html`<li class=${entry.correctedBy ? 'struck' : ''}>
      <time>${dayAndTime(entry.time, ward?.timeZone)}</time> <span>${entryText(entry)}</span> <small>${entry.actor}${entry.correctedBy ? ` · ${m.chart.struck}` : ''}</small>
      ${entry.correctedBy ? nothing : html`<button ?disabled=${refused !== null} title=${refused ?? nothing} @click=${() => begin('correct', entry)}>${m.register.actions.correct}</button>
        <button ?disabled=${refused !== null} title=${refused ?? nothing} @click=${() => begin('strike', entry)}>${m.chart.strike}</button>`}
    </li>`)}</ul></section>`;
}

function entryText(entry) {
  const values = entry.measurements.map(({ vital, value, code }) => `${m.vitalName(vital)} ${value ?? m.code(code)}`);
  return [...values, entry.intervention].filter(Boolean).join(', ');
}
