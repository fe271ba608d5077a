// What stands where on the page of the ward register.

import { html, nothing } from 'lit';
import { assign } from './actions-device.js';
import { rota } from './actions-rota.js';
import { addBed, swap } from './actions-ward.js';
import { alarmsElsewhere } from './alarms-elsewhere.js';
import { age, clockTime } from './format.js';
import { m } from './messages.js';
import { bedTable } from './register-beds.js';
import { deviceHistory } from './register-devices.js';
import { press } from './register-press.js';
import { panelClass } from './side-panel.js';
import { toggleTheme } from './theme.js';
import { dayAndTime } from './ward-time.js';
import './command-form.js';
import './connection-banner.js';
import './sign-in.js';

/**
 * @param {import('./register.js').RegisterPage} page
 * @param {number} now ward time
 */
export function registerView(page, now) {
  const { feed: { state, connection }, voice: { sound, spoken } } = page;
  return html`
    <header><a href="/">← ${m.register.board}</a><h1>${m.register.title}</h1>
      ${state.demo ? html`<span class="demo">${state.demo.title}</span>` : nothing}<span class="fact">${state.ward?.name ?? ''}</span><span class="push"></span>
      <time>${state.ward ? clockTime(now, state.ward.timeZone) : m.header.clockUnknown}</time>
      ${state.session ? html`<b>${state.session.name}</b>` : html`<button @click=${() => page.show({ kind: 'sign-in' })}>${m.signIn.title}</button>`}
      <button class="plain square" title=${m.header.theme} aria-label=${m.header.theme} @click=${toggleTheme}>◐</button></header>
    <wl-sound-banner .state=${sound.state()} @start-sound=${() => sound.start()}></wl-sound-banner>
    <wl-connection-banner .state=${connection.state} .seconds=${connection.silentSeconds()}></wl-connection-banner>
    ${alarmsElsewhere(state.unacknowledged(), (bed) => location.assign(`/patient?bed=${encodeURIComponent(bed)}`), m.register.alarms)}
    <main class=${panelClass(page.panel)}><div class="content">${trouble(page)}${page.register ? sections(page, now) : nothing}</div>
      ${page.panel ? sidePanel(page) : nothing}</main>
    <footer>${m.notMedical}</footer>
    <div class="quiet" aria-live="assertive">${spoken}</div>`;
}

function trouble(page) {
  const problem = page.problem ?? page.feed.problem;
  if (problem) {
    return html`<p class="problem" role="alert"><b>${m.register.failed}</b> ${problem.message}
      ${problem.reference ? html`<code>${m.failure.reference(problem.reference)}</code>` : nothing}
      ${problem.status === 401 ? html`<button @click=${() => page.show({ kind: 'sign-in' })}>${m.signIn.title}</button>`
        : html`<button @click=${() => (page.feed.wardPath ? page.load() : page.feed.start())}>${m.failure.retry}</button>`}</p>`;
  }
  return page.register ? nothing : html`<p role="status">${m.register.loading}</p><div class="skeleton"></div>`;
}

function sections(page, now) {
  const { register } = page;
  return html`
    <section><div class="bar"><h2>${m.register.beds}</h2>${press(page, 'charge', m.register.actions.addBed, () => addBed(register))}
      ${press(page, 'nurse', m.register.actions.swap, () => swap(register))}</div>${bedTable(page)}</section>
    <section><h2>${m.register.waiting}</h2>${waiting(page, now)}</section>
    <section><div class="bar"><h2>${m.register.rota}</h2>${press(page, 'charge', m.register.actions.rota, () => rota(register))}</div>${rotaTable(register)}</section>
    <section><h2>${m.register.devices}</h2>${deviceHistory(page)}</section>
    <section><h2>${m.register.changes}</h2>${changes(page)}</section>`;
}

function waiting(page, now) {
  const { unassigned } = page.feed.state;
  return unassigned.length === 0 ? html`<p class="nothing">${m.register.noWaiting}</p>` : html`<ul class="waiting">${unassigned.map((each) => html`<li>
    <b>${each.device}</b> <span>${m.register.waitingText(each.readings, age(now - each.lastSeen))}</span>
    ${press(page, 'nurse', m.list.assign, () => assign(page.register, unassigned, { device: each.device }))}</li>`)}</ul>`;
}

function rotaTable({ rota: { shifts, steps }, staff }) {
  const person = (step) => (step.person ? staff.find((each) => each.id === step.person)?.name ?? step.person : step.role || m.action.nurseOfBed);
  const row = (name, from, own) => html`<tr><th scope="row">${name}</th><td>${from}</td><td>${own.map((step, i) => `${i + 1}. ${person(step)}`).join(' → ')}</td></tr>`;
  return html`<table><thead><tr><th>${m.register.shift}</th><th>${m.register.from}</th><th></th></tr></thead>
    <tbody>${shifts.map((shift) => row(shift.name, shift.from, shift.steps))}${row(shifts.length ? m.action.always : m.register.plain, '', steps)}</tbody></table>`;
}

function changes({ changes: all, feed }) {
  const timeZone = feed.state.ward?.timeZone;
  return all.length === 0 ? html`<p class="nothing">${m.register.noChanges}</p>` : html`<table>
    <thead><tr><th>${m.register.time}</th><th>${m.register.actor}</th><th>${m.register.what}</th><th>${m.register.about}</th><th>${m.register.history.reason}</th></tr></thead>
    <tbody>${all.map((change) => html`<tr><td>${dayAndTime(change.time, timeZone)}</td><td>${change.actor}</td><td>${change.what}</td><td>${change.about}</td>
      <td>${change.reason}</td></tr>`)}</tbody></table>`;
}

function sidePanel(page) {
  const { kind, action } = page.panel;
  const { session, ward } = page.feed.state;
  return html`<wl-side-panel heading=${kind === 'action' ? action.title : m.signIn.title} @close=${() => page.show(null)}>
    ${kind === 'action'
      ? html`<wl-command-form .action=${action} .session=${session} .timeZone=${ward?.timeZone} @done=${() => page.done()}
          @sign-in-needed=${() => page.show({ kind: 'sign-in', then: page.panel })}></wl-command-form>`
      : html`<wl-sign-in @signed-in=${(event) => page.signedIn(event.detail.session)}></wl-sign-in>`}</wl-side-panel>`;
}
