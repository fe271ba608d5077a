// The page of the ward register: who lies where, who wears what, who is asked. Read this file first; register-view.js shows it.

import { LitElement } from 'lit';
import { pathOf } from './actions-patient.js';
import { elsewhereStyle } from './alarms-elsewhere.js';
import { read } from './api.js';
import { listenToKeys } from './keyboard.js';
import { m } from './messages.js';
import { signedInFirst } from './permissions.js';
import { registerStyle } from './register-style.js';
import { registerView } from './register-view.js';
import { basics, controls } from './shared-style.js';
import { toggleTheme } from './theme.js';
import { WardFeed } from './ward-feed.js';
import { WardVoice } from './ward-voice.js';

/** Others change the register too. */
const REFRESH_MS = 15_000;
const CHANGES_SHOWN = 50;

/** `<wl-register-page>` */
export class RegisterPage extends LitElement {
  static properties = { register: { state: true }, changes: { state: true }, panel: { state: true }, problem: { state: true } };

  static styles = [basics, controls, elsewhereStyle, registerStyle];

  constructor() {
    super();
    this.feed = new WardFeed();
    this.voice = new WardVoice(this.feed);
    /** @type {import('./types.js').Register|null} */
    this.register = null;
    this.changes = [];
    this.problem = null;
    /** What stands in the side panel: {kind: 'action', action} or {kind: 'sign-in', then?}, or null. */
    this.panel = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.feed.addEventListener('change', () => this.changed());
    listenToKeys({
      close: () => this.show(null), toggleTheme,
      acknowledge: () => {}, nextUnacknowledged: () => {}, trends: () => {}, help: () => {}, find: () => {}, enterBoard: () => {},
    });
    this.feed.start();
  }

  changed() {
    const { state, connection } = this.feed;
    if (state.ward && !this.timer) {
      document.title = `${m.register.title} · ${state.ward.name}`;
      this.timer = setInterval(() => this.load(), REFRESH_MS);
      this.load();
    }
    this.dataset.connection = connection.state;
    this.requestUpdate();
  }

  async load() {
    if (document.hidden || !this.feed.wardPath) {
      return;
    }
    try {
      const [register, { changes }] = await Promise.all([
        read(`${this.feed.wardPath}/register`), read(`${this.feed.wardPath}/changes?limit=${CHANGES_SHOWN}`),
      ]);
      Object.assign(this, { register, changes, problem: null });
    } catch (problem) {
      this.problem = problem;
    }
  }

  /** @param {import('./command-form.js').Action} action */
  begin(action) {
    this.show({ kind: 'action', action });
  }

  /** Limits are the patient's own record, so they are asked for first. */
  async beginLimits(patient, make) {
    try {
      this.begin(make(await read(pathOf(patient)), patient));
    } catch (problem) {
      this.problem = problem;
    }
  }

  show(panel) {
    this.panel = signedInFirst(panel, this.feed.state.session);
  }

  signedIn(session) {
    this.feed.state.session = session;
    this.show(this.panel?.then ?? null);
    this.load();
  }

  done() {
    this.show(null);
    this.load();
  }

  render() {
    return registerView(this, this.feed.now() ?? 0);
  }
}

customElements.define('wl-register-page', RegisterPage);
