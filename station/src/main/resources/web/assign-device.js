// Puts a device that sends without a bed onto a bed; kinds of device and beds are those of the register.

import { css, html, LitElement } from 'lit';
import { assign } from './actions-device.js';
import { read } from './api.js';
import './command-form.js';
import { m } from './messages.js';
import { basics, controls } from './shared-style.js';

/** `<wl-assign-device>`: dispatches `assigned` ({tile}) and `sign-in-needed`. */
export class AssignDevice extends LitElement {
  static properties = {
    ward: { attribute: false }, session: { attribute: false }, unassigned: { attribute: false }, device: { attribute: false }, bed: { attribute: false },
    action: { state: true }, problem: { state: true },
  };

  static styles = [basics, controls, css`p { color: var(--dim); }`];

  constructor() {
    super();
    this.unassigned = [];
    this.action = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  async load() {
    this.problem = null;
    try {
      await this.updateComplete;
      const register = await read(`/api/v1/wards/${encodeURIComponent(this.ward.id)}/register`);
      this.action = assign(register, this.unassigned, { device: this.device, bed: this.bed });
    } catch (problem) {
      if (problem.status === 401) {
        this.dispatchEvent(new CustomEvent('sign-in-needed'));
      } else {
        this.problem = problem;
      }
    }
  }

  render() {
    if (this.problem) {
      return html`<p class="problem" role="alert">${this.problem.message} <button @click=${this.load}>${m.failure.retry}</button></p>`;
    }
    return this.action ? html`<wl-command-form .action=${this.action} .session=${this.session} .timeZone=${this.ward.timeZone}
        @done=${(event) => this.dispatchEvent(new CustomEvent('assigned', { detail: { tile: event.detail.answer } }))}
        @sign-in-needed=${() => this.dispatchEvent(new CustomEvent('sign-in-needed'))}></wl-command-form>`
      : html`<p>${m.panel.loading}</p>`;
  }
}

customElements.define('wl-assign-device', AssignDevice);
