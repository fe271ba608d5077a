// What stands where on the page of a patient; patient.js keeps the state and acts.

import { html, nothing } from 'lit';
import { answer } from './actions-alarm.js';
import { alarmItem } from './alarm-item.js';
import { alarmsElsewhere } from './alarms-elsewhere.js';
import { clockTime } from './format.js';
import { liveNumerics } from './live-numerics.js';
import { m } from './messages.js';
import { deviceText } from './patient-identity.js';
import { pauseLines } from './pauses.js';
import { degradedModels, wardAverage } from './risk-look.js';
import { riskSections } from './risk-sections.js';
import { panelClass } from './side-panel.js';
import { toggleTheme } from './theme.js';
import { trendArea } from './trend-area.js';
import './connection-banner.js';
import './patient-actions.js';
import './risk-panel.js';
import './sign-in.js';

/**
 * @param {import('./patient.js').PatientPage} page
 * @param {number} now ward time, 0 before the first event
 */
export function patientView(page, now) {
  const { feed, voice: { sound, spoken }, tile } = page;
  return html`
    ${identity(page, now)}
    <wl-sound-banner .state=${sound.state()} @start-sound=${() => sound.start()}></wl-sound-banner>
    <wl-connection-banner .state=${feed.connection.state} .seconds=${feed.connection.silentSeconds()}></wl-connection-banner>
    <wl-model-banner .titles=${degradedModels([...feed.state.tiles.values()], now)}></wl-model-banner>
    ${alarmsElsewhere(elsewhere(page), (bed) => page.goTo(bed), m.patientPage.elsewhere)}
    <main class=${panelClass(page.panel)}>${tile && tile.state !== 'empty' ? occupied(page, now) : vacant(page)}
      ${page.panel ? sidePanel(page) : nothing}</main>
    <footer>${m.notMedical}</footer>
    <div class="quiet" aria-live="assertive">${spoken}</div>`;
}

/** Also those of somebody who is no longer in this bed. */
function elsewhere({ feed: { state }, bed }) {
  const here = state.openAlarms(bed);
  return state.unacknowledged().filter((alarm) => !here.includes(alarm));
}

function identity(page, now) {
  const { feed: { state }, tile } = page;
  return html`<header>
    <a class="back" href="/?bed=${encodeURIComponent(page.bed)}">← ${m.patientPage.board}</a>
    <h1>${m.bed(page.bed)}</h1>
    ${state.demo ? html`<span class="demo">${state.demo.title}</span>` : nothing}
    ${tile && tile.state !== 'empty' ? html`<span class="who"><b>${tile.initials ?? m.unknownPatient}</b> ${tile.age === null ? '' : m.years(tile.age)}</span>
      ${tile.spo2Scale ? html`<span class="badge" data-scale=${tile.spo2Scale}>${m.news2.scale(tile.spo2Scale)}</span>` : nothing}
      <span class="fact">${tile.device ? deviceText(tile.device) : m.noDevice}</span><span class="fact">${tile.nurse ?? m.noNurse}</span>` : nothing}
    <span class="push"></span>
    ${step(page, -1)}${step(page, 1)}
    <time>${state.ward ? clockTime(now, state.ward.timeZone) : m.header.clockUnknown}</time>
    ${state.session ? html`<b>${state.session.name}</b>` : html`<button @click=${() => page.show({ kind: 'sign-in' })}>${m.signIn.title}</button>`}
    <button class="plain square" title=${m.header.theme} aria-label=${m.header.theme} @click=${toggleTheme}>◐</button>
  </header>`;
}

function step(page, by) {
  const { beds } = page.feed.state;
  const bed = beds[beds.indexOf(page.bed) + by];
  const text = by < 0 ? m.patientPage.previous : m.patientPage.next;
  return html`<button class="plain square" title=${text} aria-label=${text} ?disabled=${!bed || !beds.includes(page.bed)} @click=${() => page.goTo(bed)}>${by < 0 ? '‹' : '›'}</button>`;
}

function vacant(page) {
  const { state, problem } = page.feed;
  if (problem && !state.loaded) {
    return html`<section class="message" role="alert"><h2>${m.failure.title}</h2><p>${problem.message}</p>
      ${problem.status === 401 ? html`<button class="primary" @click=${() => page.show({ kind: 'sign-in' })}>${m.signIn.title}</button>`
        : html`<button class="primary" @click=${() => page.feed.start()}>${m.failure.retry}</button>`}</section>`;
  }
  if (!state.loaded) {
    return html`<section class="message"><p>${m.panel.loading}</p></section>`;
  }
  return html`<section class="message"><p>${page.tile ? m.patientPage.empty : page.bed ? m.patientPage.unknownBed(page.bed) : m.patientPage.choose}</p>
    ${page.tile ? actions(page) : state.beds.map((bed) => html`<button @click=${() => page.goTo(bed)}>${bed}</button> `)}</section>`;
}

function occupied(page, now) {
  const { feed: { state, connection }, tile } = page;
  const alarms = state.openAlarms(page.bed);
  return html`<aside>
      ${pauseLines(tile, now, state.ward?.timeZone)}
      ${alarms.length ? html`<section><h2>${m.patientPage.alarms}</h2><ul>${alarms.map((alarm) => alarmItem(alarm, {
        now, timeZone: state.ward?.timeZone, attempt: page.acknowledger.attempt(alarm.id), withoutBed: true,
        onAcknowledge: () => page.acknowledger.acknowledge(alarm), onMore: () => page.show({ kind: 'action', action: answer(alarm) }),
      }))}</ul></section>` : nothing}
      ${liveNumerics(tile, alarms, now, connection.fresh())}
      ${actions(page)}
    </aside>
    ${trendArea(page, models(page, now))}`;
}

function models({ feed: { state }, tile }, now) {
  return riskSections(tile, tile.risk ? wardAverage([...state.tiles.values()], tile.risk.id, now) : null, now);
}

function actions(page) {
  const { session, ward, unassigned } = page.feed.state;
  return html`<wl-patient-actions .tile=${page.tile} .session=${session} .ward=${ward} .unassigned=${unassigned}
    @action=${(event) => page.show({ kind: 'action', ...event.detail })}></wl-patient-actions>`;
}

function sidePanel(page) {
  const { kind, action, alarm } = page.panel;
  const heading = kind === 'action' ? action.title : alarm ? m.signIn.toAcknowledge : m.signIn.title;
  return html`<wl-side-panel heading=${heading} @close=${() => page.show(null)}>
    ${kind === 'action'
      ? html`<wl-command-form .action=${action} .session=${page.feed.state.session} .timeZone=${page.feed.state.ward?.timeZone}
          @done=${() => page.done()} @sign-in-needed=${() => page.show({ kind: 'sign-in', then: page.panel })}></wl-command-form>`
      : html`<wl-sign-in .alarm=${alarm} @signed-in=${(event) => page.signedIn(event.detail.session)}></wl-sign-in>`}</wl-side-panel>`;
}
