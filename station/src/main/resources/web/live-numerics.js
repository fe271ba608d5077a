// What is measured now, large, in a column beside the charts.

import { css, html, nothing } from 'lit';
import { isCalling, slotOf, tone } from './alarm-look.js';
import { unit } from './format.js';
import { m } from './messages.js';
import { pick, pressureShownAs, shownAs } from './numeric.js';
import { chip } from './news2-look.js';

/** Vitals with a place of their own, in this order; a second source of one is shown in the table of the panel. */
const PLACES = [
  { vitals: ['heart-rate', 'pulse-rate'], hue: 'hr' },
  { vitals: ['spo2'], hue: 'spo2', label: 'SpO₂' },
  { vitals: ['respiratory-rate'], hue: 'rr' },
  { vitals: ['systolic-pressure'], hue: 'bp', label: 'BP', pressure: true },
  { vitals: ['body-temperature', 'skin-temperature'], hue: 'temp' },
];

/**
 * @param {import('./types.js').Tile} tile
 * @param {import('./types.js').Alarm[]} alarms open ones of this bed
 * @param {number} now
 * @param {boolean} fresh
 */
export function liveNumerics(tile, alarms, now, fresh) {
  const placed = new Set([...PLACES.flatMap((place) => place.vitals), 'diastolic-pressure', 'mean-pressure']);
  const others = tile.numerics.filter((numeric) => !placed.has(numeric.vital));
  return html`<ul class="live" aria-label=${m.patientPage.live}>
    ${PLACES.map((place) => placeOf(place, tile, alarms, { now, fresh }))}
    ${news2(tile.news2, fresh)}
    ${others.map((numeric) => cell({ label: numeric.label, unit: numeric.code === null ? numeric.unit : '', hue: 'other' }, shownAs(numeric, now, fresh)))}
  </ul>`;
}

function placeOf(place, tile, alarms, { now, fresh }) {
  const numeric = pick(tile.numerics, ...place.vitals);
  if (!numeric) {
    return nothing;
  }
  const shown = place.pressure ? pressureShownAs(tile.numerics, now, fresh) : shownAs(numeric, now, fresh);
  const alarm = alarms.find((each) => slotOf(each) === place.hue && each.state !== 'latched' && each.kind !== 'technical');
  return cell({ label: place.label ?? numeric.label, unit: numeric.unit, hue: place.hue, alarm }, shown);
}

function cell({ label, unit: ucum, hue, alarm }, shown) {
  const known = shown.state === 'live' || shown.state === 'stale';
  return html`<li class=${hue} data-state=${shown.state} data-alarm=${alarm && known ? tone(alarm) : nothing} ?data-suppressed=${shown.suppressed} ?data-calling=${alarm && isCalling(alarm)}>
    <span class="label">${label} <small>${unit(ucum)}</small></span>
    <span class="value">${shown.poor ? '~' : ''}${shown.text}</span><span class="age">${shown.age}</span></li>`;
}

function news2(score, fresh) {
  const look = chip(score);
  return look ? html`<li class="news2" title=${look.title} data-state=${fresh ? 'live' : 'stale'}><span class="label">${m.news2.name}</span>
    <span class="value">${look.text}</span><span class="age">${look.marks}</span></li>` : nothing;
}

export const liveStyle = css`
  .live { display: grid; gap: 6px; }
  .live li { display: grid; grid-template-columns: 1fr auto; padding: 4px 12px 6px; border-radius: 8px; background: var(--tile); border: 2px solid transparent; }
  .live .label { grid-column: 1 / -1; font-size: 13px; font-weight: 600; }
  .live .label small { color: var(--dim); font-weight: 400; }
  .live .value { font-size: 36px; font-weight: 600; line-height: 1.1; min-height: 1.1em; overflow-wrap: anywhere; }
  .live .age { align-self: end; color: var(--dim); font-size: 13px; }
  .live .other .value { font-size: 22px; }
  .live .hr { color: var(--hr); } .live .spo2 { color: var(--spo2); } .live .rr { color: var(--rr); } .live .bp { color: var(--bp); } .live .temp { color: var(--temp); }
  .live li[data-suppressed] .value { color: var(--dim); }
  .live li[data-state='stale'] .value { color: var(--dim); text-decoration: underline dotted 2px; text-underline-offset: 5px; }
  .live li[data-state='lost'] .value { color: var(--dim); }
  .live li[data-state='missing'] .value { color: var(--low-text); font-size: 18px; }
  .live li[data-alarm='high'] { border-color: var(--high-frame); }
  .live li[data-alarm='medium'] { border-color: var(--medium-frame); }
  .live li[data-alarm='low'] { border-color: var(--low-frame); }
`;
