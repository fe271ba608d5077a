// The sign-in form: a name from the staff list and the one-time password. Never over an active alarm: it stands in a side panel.

import { css, html, LitElement, nothing } from 'lit';
import { m } from './messages.js';
import { signIn, staff } from './session.js';
import { basics, controls } from './shared-style.js';

/** `<wl-sign-in>`: dispatches `signed-in` ({session}). `alarm` is what the person wanted to acknowledge, if anything. */
export class SignIn extends LitElement {
  static properties = {
    alarm: { attribute: false },
    people: { state: true },
    busy: { state: true },
    problem: { state: true },
  };

  static styles = [basics, controls, css`
    form { display: grid; gap: 14px; }
    .for { padding: 8px 10px; border-radius: 6px; background: var(--page); font-weight: 600; }
    .hint { color: var(--dim); font-size: 13px; }
    button { min-height: 44px; font-size: 15px; }
  `];

  constructor() {
    super();
    this.people = null;
    this.busy = false;
    this.problem = null;
  }

  connectedCallback() {
    super.connectedCallback();
    staff().then(
      (people) => { this.people = people; },
      (problem) => { this.people = []; this.problem = problem; });
  }

  firstUpdated() {
    this.renderRoot.querySelector('select').focus();
  }

  render() {
    return html`<form @submit=${this.onSubmit}>
      ${this.alarm ? html`<p class="for">${m.bed(this.alarm.bed)} · ${this.alarm.marks} ${this.alarm.text}</p>` : nothing}
      <label>${m.signIn.person}
        <select name="actor" required>
          <option value="">${this.people ? m.signIn.choose : m.panel.loading}</option>
          ${(this.people ?? []).map((person) => html`<option value=${person.actor}>${person.name} · ${person.role.replaceAll('-', ' ')}</option>`)}
        </select></label>
      <label>${m.signIn.password}
        <input name="password" type="password" autocomplete="one-time-code" required /></label>
      ${this.problem ? html`<p class="problem" role="alert">${this.problem.message}
        ${this.problem.reference ? html`<br /><code>${m.failure.reference(this.problem.reference)}</code>` : nothing}</p>` : nothing}
      <button class="primary" ?disabled=${this.busy}>
        ${this.busy ? m.signIn.busy : this.alarm ? m.signIn.submitAcknowledge : m.signIn.submit}</button>
      <p class="hint">${m.signIn.hint}</p>
    </form>`;
  }

  async onSubmit(event) {
    event.preventDefault();
    const { actor, password } = event.target.elements;
    this.busy = true;
    this.problem = null;
    try {
      const session = await signIn(actor.value, password.value.trim());
      this.dispatchEvent(new CustomEvent('signed-in', { detail: { session } }));
    } catch (problem) {
      this.problem = problem;
      password.select();
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('wl-sign-in', SignIn);
