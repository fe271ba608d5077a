// One form for every command: labelled fields in, one request out, whatever the server says shown as it says it.

import { css, html, LitElement, nothing } from 'lit';
import { newKey, post } from './api.js';
import { fieldOf, withWhich } from './form-fields.js';
import { FormValues, ShownTwice } from './form-values.js';
import { m } from './messages.js';
import { refusal } from './permissions.js';
import { basics, controls } from './shared-style.js';

/**
 * @typedef {object} Action
 * @property {string} title
 * @property {'nurse'|'charge'} needs
 * @property {string} [hint]
 * @property {string} [submit]
 * @property {boolean} [wide] it has a table of fields
 * @property {import('./form-fields.js').Field[]} fields
 * @property {string | ((values: FormValues) => string)} path
 * @property {(values: FormValues) => object} body
 */

/** `<wl-command-form>`: dispatches `done` ({answer}) and `sign-in-needed`. */
export class CommandForm extends LitElement {
  static properties = {
    action: { attribute: false }, session: { attribute: false }, timeZone: { attribute: false },
    busy: { state: true }, problem: { state: true }, twice: { state: true },
  };

  static styles = [basics, controls, css`
    form { display: grid; grid-template-columns: 1fr 1fr; gap: 14px; }
    form > * { grid-column: 1 / -1; min-width: 0; }
    form > .half { grid-column: auto; }
    form > button { min-height: 40px; }
    .hint { color: var(--dim); font-size: 13px; }
    label small { display: block; margin-top: 2px; }
    table { width: 100%; border-collapse: collapse; font-size: 13px; }
    th { text-align: left; font-weight: 600; padding-right: 8px; }
    thead th { color: var(--dim); font-weight: 400; font-size: 12px; }
    td { padding: 2px 4px 2px 0; }
    td input, td select { min-height: 32px; padding: 0 6px; }
    .rows { overflow-x: auto; }
  `];

  constructor() {
    super();
    /** @type {Map<string, number[]>} times that must be told apart, by the name of their field */
    this.twice = new Map();
    this.renew();
  }

  willUpdate(changed) {
    if (changed.has('action')) {
      this.problem = null;
      this.twice = new Map();
      this.renew();
    }
  }

  firstUpdated() {
    this.renderRoot.querySelector('input, select')?.focus();
  }

  /** Whatever is changed is another intention. */
  renew() {
    this.key = newKey();
  }

  render() {
    const { action } = this;
    const refused = refusal(this.session, action.needs);
    return html`<form @submit=${this.onSubmit} @input=${this.renew}>
      ${action.hint ? html`<p class="hint">${action.hint}</p>` : nothing}
      ${withWhich(action.fields, this.timeZone, this.twice).map((field) => fieldOf(field, this.timeZone))}
      ${this.problem ? html`<p class="problem" role="alert">${this.problem.message}
        ${this.problem.reference ? html`<br /><code>${m.failure.reference(this.problem.reference)}</code>` : nothing}</p>` : nothing}
      ${refused ? html`<p class="problem">${refused}</p>` : nothing}
      <button class="primary" ?disabled=${this.busy || refused !== null}>${this.busy ? m.form.busy : action.submit ?? m.form.submit}</button>
    </form>`;
  }

  async onSubmit(event) {
    event.preventDefault();
    const { action } = this;
    const values = new FormValues(new FormData(event.target), this.timeZone);
    this.busy = true;
    this.problem = null;
    try {
      const path = typeof action.path === 'function' ? action.path(values) : action.path;
      const answer = await post(path, action.body(values), this.key);
      this.dispatchEvent(new CustomEvent('done', { detail: { answer } }));
    } catch (problem) {
      this.failed(problem);
    } finally {
      this.busy = false;
    }
  }

  failed(problem) {
    if (problem.status === 401) {
      this.dispatchEvent(new CustomEvent('sign-in-needed'));
      return;
    }
    this.problem = problem;
    if (problem instanceof ShownTwice) {
      this.twice = new Map([...this.twice, [problem.field, problem.times]]);
    }
    if (problem.status > 0 && problem.status < 500) {
      this.renew(); // a server that answered has used this key up; only silence may be tried again with the same one
    }
  }
}

customElements.define('wl-command-form', CommandForm);
