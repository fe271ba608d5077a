// The beds of the register, in bed order, each with what can be done there.

import { html, nothing } from 'lit';
import { chart } from './actions-chart.js';
import { assign, takeOff } from './actions-device.js';
import { limits } from './actions-limits.js';
import { careProfile, demographics, discharge, scale, transfer } from './actions-patient.js';
import { admit, nurse, removeBed } from './actions-ward.js';
import { m } from './messages.js';
import { refusal } from './permissions.js';
import { press } from './register-press.js';
import { dayAndTime } from './ward-time.js';

/** @param {import('./register.js').RegisterPage} page */
export function bedTable(page) {
  const { beds, patients } = page.register;
  const columns = m.register.columns;
  const order = [...beds].sort((a, b) => a.position - b.position);
  return beds.length === 0 ? html`<p class="nothing">${m.register.noBeds}</p>` : html`<div class="wide"><table class="beds">
    <thead><tr>${['bed', 'patient', 'scale', 'profile', 'since', 'device', 'nurse', 'actions'].map((name) => html`<th scope="col">${columns[name]}</th>`)}</tr></thead>
    <tbody>${order.map((bed) => row(page, bed, patients.find((each) => each.patientRef === bed.patientRef)))}</tbody></table></div>`;
}

function row(page, bed, patient) {
  const { register } = page;
  const by = register.staff.find((each) => each.id === bed.nurse)?.name ?? bed.nurse ?? m.noNurse;
  const nurseButton = html`<button class="text" ?disabled=${refused(page, 'nurse')} title=${m.action.nurseOf(bed.id)} @click=${() => page.begin(nurse(register, bed.id))}>${by}</button>`;
  if (!patient) {
    return html`<tr class="empty"><th scope="row">${bed.id}</th><td>${m.register.empty}</td><td></td><td></td><td></td><td></td><td>${nurseButton}</td><td class="actions">
      ${press(page, 'nurse', m.register.actions.admit, () => admit(register, bed.id, page.feed.state.unassigned))}
      ${press(page, 'charge', m.register.actions.removeBed, () => removeBed(register, bed.id))}</td></tr>`;
  }
  return html`<tr><th scope="row"><a href="/patient?bed=${encodeURIComponent(bed.id)}">${bed.id}</a></th>
    <td><b>${patient.initials ?? m.register.unknownPatient}</b> ${patient.age === null ? '' : m.years(patient.age)}</td>
    <td title=${patient.scaleOrder ? `${m.register.ordered(patient.scaleOrder.actor)}: ${patient.scaleOrder.reason}` : nothing}>${patient.spo2Scale ?? ''}</td>
    <td>${register.careProfiles.find((each) => each.id === patient.careProfile)?.title ?? patient.careProfile ?? ''}</td>
    <td>${dayAndTime(patient.admittedAt, page.feed.state.ward?.timeZone)}</td>
    <td>${devices(page, patient)}</td><td>${nurseButton}</td><td class="actions">${actions(page, patient)}</td></tr>`;
}

function devices(page, patient) {
  const worn = page.register.devices.filter((device) => device.associations.some((each) => each.to === null && each.patientRef === patient.patientRef));
  return worn.length === 0 ? html`<span class="nothing">${m.register.noDevice}</span>` : worn.map((device) => html`<span class="device">${device.id}
    <small>${m.profile(device.profile)}</small> ${press(page, 'nurse', m.register.actions.takeOff, () => takeOff(device.id))}</span>`);
}

function actions(page, patient) {
  const { register } = page;
  const names = m.register.actions;
  return html`${press(page, 'nurse', names.chart, () => chart(patient))}
    ${press(page, 'nurse', names.demographics, () => demographics(register, patient))}
    ${press(page, 'nurse', names.transfer, () => transfer(register, patient))}
    ${press(page, 'nurse', names.discharge, () => discharge(register, patient))}
    ${press(page, 'nurse', names.assign, () => assign(register, page.feed.state.unassigned, { bed: patient.bed }))}
    <button ?disabled=${refused(page, 'charge')} title=${refusal(page.feed.state.session, 'charge') ?? nothing}
      @click=${() => page.beginLimits(patient, limits)}>${names.limits}</button>
    ${press(page, 'charge', names.careProfile, () => careProfile(register, patient))}
    ${press(page, 'charge', names.scale, () => scale(register, patient))}`;
}

function refused(page, needs) {
  return refusal(page.feed.state.session, needs) !== null;
}
