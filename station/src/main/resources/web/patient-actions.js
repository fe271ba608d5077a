// Quick actions on a patient. The register is read at the press, so that a form never shows who lay where a while ago.

import { css, html, LitElement, nothing } from 'lit';
import { quiet } from './actions-alarm.js';
import { chart, correctEntry, strikeEntry } from './actions-chart.js';
import { takeOff } from './actions-device.js';
import { limits } from './actions-limits.js';
import { careProfile, demographics, discharge, pathOf, scale, transfer } from './actions-patient.js';
import { admit } from './actions-ward.js';
import { read } from './api.js';
import './command-form.js';
import { m } from './messages.js';
import { refusal } from './permissions.js';
import { basics, controls } from './shared-style.js';

const NURSE = ['chart', 'quiet', 'demographics', 'transfer', 'discharge', 'takeOffDevice'];
const CHARGE = ['limits', 'careProfile', 'scale'];

/** `<wl-patient-actions>`: dispatches `action` ({action}) with a form to show. */
export class PatientActions extends LitElement {
  static properties = {
    tile: { attribute: false }, session: { attribute: false }, ward: { attribute: false }, unassigned: { attribute: false },
    busy: { state: true }, problem: { state: true },
  };

  static styles = [basics, controls, css`
    div { display: flex; flex-wrap: wrap; gap: 6px; }
    button:first-child { font-weight: 600; }
    p { margin-top: 6px; }
  `];

  render() {
    const { tile } = this;
    const names = tile.patientRef ? [...NURSE, ...CHARGE].filter((name) => name !== 'takeOffDevice' || tile.device) : ['admit'];
    return html`<div>${names.map((name) => this.button(name))}</div>
      ${this.problem ? html`<p class="problem" role="alert">${this.problem.message}</p>` : nothing}`;
  }

  button(name) {
    const refused = refusal(this.session, CHARGE.includes(name) ? 'charge' : 'nurse');
    return html`<button ?disabled=${this.busy || refused !== null} title=${refused ?? nothing} @click=${() => this.begin(name)}>${m.register.actions[name]}</button>`;
  }

  async begin(name) {
    const { tile, ward } = this;
    this.busy = true;
    this.problem = null;
    try {
      this.dispatchEvent(new CustomEvent('action', { detail: { action: await actionFor(name, tile, ward, this.unassigned ?? []) } }));
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.busy = false;
    }
  }
}

async function actionFor(name, tile, { id: ward, timeZone }, unassigned) {
  if (name === 'takeOffDevice') {
    return takeOff(tile.device.id);
  }
  const patient = ofTile(tile);
  if (name === 'quiet') {
    return quiet(patient, tile.alarms ?? [], await read(`${pathOf(patient)}/pauses`), timeZone);
  }
  if (name === 'chart') {
    return chart(patient);
  }
  if (name === 'limits') {
    return limits(await read(pathOf(patient)), patient);
  }
  const register = await read(`/api/v1/wards/${encodeURIComponent(ward)}/register`);
  if (name === 'admit') {
    return admit(register, tile.bed, unassigned);
  }
  const known = register.patients.find((each) => each.patientRef === tile.patientRef) ?? patient;
  return { demographics, transfer, discharge, careProfile, scale }[name](register, known);
}

/** As much of a patient as a bed of the board says. @param {import('./types.js').Tile} tile */
export function ofTile(tile) {
  return { patientRef: tile.patientRef, bed: tile.bed, initials: tile.initials, spo2Scale: tile.spo2Scale, careProfile: tile.careProfile };
}

/** Form to correct what was charted. */
export const entryActions = { correct: correctEntry, strike: strikeEntry };

customElements.define('wl-patient-actions', PatientActions);
