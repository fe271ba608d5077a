// The page of the alarm burden: what alarms cost the people of the ward. Read this file first; burden-view.js shows it.

import { LitElement } from 'lit';
import { elsewhereStyle } from './alarms-elsewhere.js';
import { read } from './api.js';
import { burdenStyle, burdenView } from './burden-view.js';
import { listenToKeys } from './keyboard.js';
import { m } from './messages.js';
import { registerStyle } from './register-style.js';
import { basics, controls } from './shared-style.js';
import { toggleTheme } from './theme.js';
import { WardFeed } from './ward-feed.js';
import { WardVoice } from './ward-voice.js';

const REFRESH_MS = 60_000;

/** `<wl-burden-page>` */
export class BurdenPage extends LitElement {
  static properties = { burden: { state: true }, hours: { state: true }, problem: { state: true }, panel: { state: true } };

  static styles = [basics, controls, elsewhereStyle, registerStyle, burdenStyle];

  constructor() {
    super();
    this.feed = new WardFeed();
    this.voice = new WardVoice(this.feed);
    /** @type {import('./types.js').Burden|null} */
    this.burden = null;
    this.hours = 24;
    this.problem = null;
    /** Whether the sign-in form is open. */
    this.panel = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.feed.addEventListener('change', () => this.changed());
    listenToKeys({
      close: () => { this.panel = false; }, toggleTheme,
      acknowledge: () => {}, nextUnacknowledged: () => {}, trends: () => {}, help: () => {}, find: () => {}, enterBoard: () => {},
    });
    this.feed.start();
  }

  changed() {
    const { state, connection } = this.feed;
    if (state.ward && !this.timer) {
      document.title = `${m.burden.title} · ${state.ward.name}`;
      this.timer = setInterval(() => this.load(), REFRESH_MS);
      this.load();
    }
    this.dataset.connection = connection.state;
    this.requestUpdate();
  }

  /** @param {number} hours */
  choose(hours) {
    this.hours = hours;
    this.burden = null;
    this.load();
  }

  async load() {
    if (document.hidden || !this.feed.wardPath) {
      return;
    }
    const { hours } = this;
    try {
      const burden = await read(`${this.feed.wardPath}/burden?hours=${hours}`);
      if (hours === this.hours) {
        Object.assign(this, { burden, problem: null });
      }
    } catch (problem) {
      this.problem = problem;
    }
  }

  signedIn(session) {
    this.feed.state.session = session;
    this.panel = false;
    this.load();
  }

  render() {
    return burdenView(this, this.feed.now() ?? 0);
  }
}

customElements.define('wl-burden-page', BurdenPage);
