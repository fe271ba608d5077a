// Who wore which device, and since when somebody says so: the history that decides whose a reading is.

import { html } from 'lit';
import { correct } from './actions-device.js';
import { m } from './messages.js';
import { press } from './register-press.js';
import { dayAndTime } from './ward-time.js';

/** @param {import('./register.js').RegisterPage} page */
export function deviceHistory(page) {
  const { devices } = page.register;
  return devices.length === 0 ? html`<p class="nothing">${m.register.noDevices}</p>` : devices.map((device) => html`<details>
    <summary><b>${device.id}</b> <small>${m.profile(device.profile)}</small> ${wornBy(page, device)}</summary>${history(page, device)}</details>`);
}

function wornBy(page, device) {
  const open = device.associations.find((each) => each.to === null);
  return open ? html`<span>${whose(page.register, open)}</span>` : html`<span class="nothing">–</span>`;
}

function history(page, device) {
  const timeZone = page.feed.state.ward?.timeZone;
  const columns = m.register.history;
  return html`<table>
    <thead><tr><th>${columns.patient}</th><th>${columns.from}</th><th>${columns.to}</th><th>${columns.by}</th><th>${columns.reason}</th><th></th></tr></thead>
    <tbody>${[...device.associations].sort((a, b) => b.from - a.from).map((each) => html`<tr>
      <td>${whose(page.register, each)}</td><td>${dayAndTime(each.from, timeZone)}</td>
      <td>${each.to === null ? m.register.now : dayAndTime(each.to, timeZone)}</td><td>${each.actor}</td><td>${each.reason}</td>
      <td>${press(page, 'charge', m.register.actions.correct, () => correct(device.id, each))}</td></tr>`)}</tbody></table>`;
}

function whose(register, association) {
  const patient = register.patients.find((each) => each.patientRef === association.patientRef);
  return [association.bed ? m.bed(association.bed) : null, patient?.initials].filter(Boolean).join(', ') || m.register.unknownPatient;
}
