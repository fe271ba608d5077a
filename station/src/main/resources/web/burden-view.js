// What stands where on the page of the alarm burden.

import { css, html, nothing } from 'lit';
import { alarmsElsewhere } from './alarms-elsewhere.js';
import { clockTime, elapsed } from './format.js';
import { m } from './messages.js';
import { toggleTheme } from './theme.js';
import './connection-banner.js';
import './sign-in.js';
import './side-panel.js';

const RANGES = [8, 24, 7 * 24, 31 * 24];

/**
 * @param {import('./burden.js').BurdenPage} page
 * @param {number} now ward time, 0 before the first event
 */
export function burdenView(page, now) {
  const { state, connection } = page.feed;
  return html`
    <header>
      <a href="/">← ${m.patientPage.board}</a>
      <h1>${m.burden.title}</h1>
      ${state.demo ? html`<span class="demo">${state.demo.title}</span>` : nothing}
      <span class="fact">${state.ward?.name ?? ''}</span>
      <span class="push"></span>
      <time>${state.ward ? clockTime(now, state.ward.timeZone) : m.header.clockUnknown}</time>
      ${state.session ? html`<b>${state.session.name}</b>` : html`<button @click=${() => { page.panel = true; }}>${m.signIn.title}</button>`}
      <button class="plain square" title=${m.header.theme} aria-label=${m.header.theme} @click=${toggleTheme}>◐</button>
    </header>
    <wl-connection-banner .state=${connection.state} .seconds=${connection.silentSeconds()}></wl-connection-banner>
    ${alarmsElsewhere(state.unacknowledged(), (bed) => location.assign(`/?bed=${encodeURIComponent(bed)}`), m.patientPage.elsewhere)}
    <main class=${page.panel ? 'with-panel' : ''}><div class="content">
      <div class="ranges" role="group" aria-label=${m.burden.range}>${RANGES.map((hours) => html`<button aria-pressed=${hours === page.hours}
        class=${hours === page.hours ? 'primary' : ''} @click=${() => page.choose(hours)}>${m.burden.hours(hours)}</button>`)}</div>
      ${trouble(page)}
      ${page.burden ? figures(page.burden) : page.problem ? nothing : html`<p role="status">${m.panel.loading}</p>`}
    </div>
    ${page.panel ? html`<wl-side-panel heading=${m.signIn.title} @close=${() => { page.panel = false; }}>
      <wl-sign-in @signed-in=${(event) => page.signedIn(event.detail.session)}></wl-sign-in></wl-side-panel>` : nothing}</main>
    <footer>${m.notMedical}</footer>
    <div class="quiet" aria-live="assertive">${page.voice.spoken}</div>`;
}

function trouble(page) {
  const problem = page.problem ?? page.feed.problem;
  return problem ? html`<p class="problem" role="alert">${problem.message}
    ${problem.status === 401 ? html`<button @click=${() => { page.panel = true; }}>${m.signIn.title}</button>`
      : html`<button @click=${() => page.load()}>${m.failure.retry}</button>`}</p>` : nothing;
}

function figures({ alarms, perPatientDay, perNurseHour, patientHours, nurseHours }) {
  return html`
    <section><dl class="figures">
      ${figure(m.burden.alarmsPerDay, rate(perPatientDay?.alarms))}
      ${figure(m.burden.pagesPerDay, rate(perPatientDay?.pages))}
      ${figure(m.burden.alarmsPerNurse, rate(perNurseHour?.alarms))}
      ${figure(m.burden.pagesPerNurse, rate(perNurseHour?.pages))}
      ${figure(m.burden.median, time(alarms.medianResponseMillis))}
      ${figure(m.burden.ninetieth, time(alarms.ninetiethResponseMillis))}
      ${figure(m.burden.forNothing, alarms.answered ? `${Math.round((100 * alarms.notActionable) / alarms.answered)} %` : '--')}
    </dl><p class="fact">${m.burden.over(patientHours.toFixed(1), nurseHours.toFixed(1), alarms.alarms, alarms.pages, alarms.answered)}</p>
    <p class="fact">${m.burden.hint}</p></section>
    <div class="tables">
      ${table(m.burden.byPriority, Object.entries(alarms.byPriority).map(([name, n]) => ({ name: m.alarm.priorities[name] ?? name, alarms: n })))}
      ${table(m.burden.byKind, Object.entries(alarms.byKind).map(([name, n]) => ({ name, alarms: n })))}
      ${table(m.burden.topBeds, alarms.topBeds.map(({ name, alarms: n }) => ({ name: m.bed(name), alarms: n })))}
      ${table(m.burden.topRules, alarms.topRules.map(({ name, alarms: n }) => ({ name: name.replaceAll('-', ' '), alarms: n })))}
      ${table(m.burden.reasons, alarms.reasons)}
    </div>`;
}

function figure(name, value) {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

function rate(value) {
  return value === undefined ? '--' : value.toFixed(value < 10 ? 1 : 0);
}

function time(millis) {
  return millis === null ? '--' : elapsed(millis);
}

function table(title, shares) {
  const most = Math.max(1, ...shares.map(({ alarms }) => alarms));
  return html`<section><h2>${title}</h2>${shares.length === 0 ? html`<p class="nothing">${m.burden.none}</p>` : html`<table><tbody>
    ${shares.map(({ name, alarms }) => html`<tr><th scope="row">${name}</th><td class="number">${alarms}</td>
      <td class="share"><meter min="0" max=${most} value=${alarms} aria-hidden="true"></meter></td></tr>`)}</tbody></table>`}</section>`;
}

export const burdenStyle = css`
  .ranges { display: flex; flex-wrap: wrap; gap: 6px; }
  .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 10px 18px; margin: 0 0 8px; }
  .figures dt { color: var(--dim); font-size: 12px; }
  .figures dd { margin: 0; font-size: 26px; font-weight: 600; font-variant-numeric: tabular-nums; }
  .tables { display: grid; grid-template-columns: repeat(auto-fit, minmax(280px, 1fr)); gap: 16px; align-items: start; }
  .tables th { font-weight: 400; white-space: normal; }
  .number { text-align: right; font-variant-numeric: tabular-nums; }
  .share { width: 40%; }
  meter { width: 100%; height: 10px; }
`;
