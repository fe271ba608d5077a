// Puts a device that sends without a bed onto a bed.

import { css, html, LitElement, nothing } from 'lit';
import { newKey, post } from './api.js';
import { m } from './messages.js';
import { basics, controls } from './shared-style.js';

const PROFILES = ['bedside-monitor', 'wrist-wearable'];

/** `<wl-assign-device>`: dispatches `assigned` ({tile}) and `sign-in-needed`. */
export class AssignDevice extends LitElement {
  static properties = {
    ward: { attribute: false },
    tiles: { attribute: false },
    unassigned: { attribute: false },
    device: { attribute: false },
    bed: { attribute: false },
    busy: { state: true },
    problem: { state: true },
  };

  static styles = [basics, controls, css`
    form { display: grid; gap: 14px; }
    button { min-height: 40px; }
    p { color: var(--dim); }
  `];

  constructor() {
    super();
    this.tiles = [];
    this.unassigned = [];
    this.key = newKey();
  }

  render() {
    if (this.unassigned.length === 0) {
      return html`<p>${m.assign.none}</p>`;
    }
    return html`<form @submit=${this.onSubmit} @change=${() => { this.key = newKey(); }}>
      <label>${m.assign.device}
        <select name="device">${this.unassigned.map(({ device }) => html`<option ?selected=${device === this.device}>${device}</option>`)}</select></label>
      <label>${m.assign.bed}
        <select name="bed">${bedsFirstWithoutDevice(this.tiles).map((tile) => html`<option value=${tile.bed} ?selected=${tile.bed === this.bed}>
          ${tile.state === 'empty' ? m.assign.noPatient(tile.bed) : [tile.bed, tile.initials].filter(Boolean).join(' · ')}</option>`)}</select></label>
      <label>${m.assign.profile}
        <select name="profile">${PROFILES.map((profile) => html`<option value=${profile}>${m.profile(profile)}</option>`)}</select></label>
      ${this.problem ? html`<p class="problem" role="alert">${this.problem.message}
        ${this.problem.reference ? html`<br /><code>${m.failure.reference(this.problem.reference)}</code>` : nothing}</p>` : nothing}
      <button class="primary" ?disabled=${this.busy}>${this.busy ? m.assign.busy : m.assign.submit}</button>
    </form>`;
  }

  async onSubmit(event) {
    event.preventDefault();
    const { device, bed, profile } = event.target.elements;
    const path = `/api/v1/wards/${encodeURIComponent(this.ward)}/beds/${encodeURIComponent(bed.value)}/device`;
    this.busy = true;
    this.problem = null;
    try {
      const tile = await post(path, { device: device.value, profile: profile.value }, this.key);
      this.dispatchEvent(new CustomEvent('assigned', { detail: { tile } }));
    } catch (problem) {
      this.failed(problem);
    } finally {
      this.busy = false;
    }
  }

  failed(problem) {
    if (problem.status === 401) {
      this.dispatchEvent(new CustomEvent('sign-in-needed'));
    } else {
      this.problem = problem;
    }
  }
}

function bedsFirstWithoutDevice(tiles) {
  const rank = (tile) => ({ 'no-device': 0, empty: 1 }[tile.state] ?? 2);
  return [...tiles].sort((a, b) => rank(a) - rank(b) || a.order - b.order);
}

customElements.define('wl-assign-device', AssignDevice);
