// The demonstration pager: every page of the ward, grouped by alarm, with Acknowledge.

import { html, LitElement, nothing } from 'lit';
import { Acknowledger } from './acknowledger.js';
import { read } from './api.js';
import { Connection } from './connection.js';
import { m } from './messages.js';
import { pageGroup } from './pager-group.js';
import { PagerState } from './pager-state.js';
import { pagerStyle } from './pager-style.js';
import { signOut } from './session.js';
import { alarmFills, alarmIcons, basics, controls } from './shared-style.js';
import { clockTime } from './format.js';
import './connection-banner.js';
import './side-panel.js';
import './sign-in.js';
import './theme.js';

/** `<wl-pager>`: the page /pager. */
export class Pager extends LitElement {
  static properties = {
    session: { state: true },
    panel: { state: true },
    problem: { state: true },
    spoken: { state: true },
  };

  static styles = [basics, controls, alarmIcons, alarmFills, pagerStyle];

  constructor() {
    super();
    this.state = new PagerState();
    this.connection = new Connection(['pages', 'page', 'alarm', 'heartbeat']);
    this.acknowledger = new Acknowledger();
    this.session = null;
    this.panel = null;
    this.problem = null;
    this.spoken = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.connection.addEventListener('message', (event) => this.receive(event.detail));
    this.connection.addEventListener('change', () => this.requestUpdate());
    this.acknowledger.addEventListener('change', () => this.requestUpdate());
    this.acknowledger.addEventListener('acknowledged', (event) => {
      event.detail.alarm && this.state.putAlarm(event.detail.alarm);
      this.requestUpdate();
    });
    this.acknowledger.addEventListener('sign-in-needed', (event) => { this.session = null; this.panel = { alarm: event.detail.alarm }; });
    this.connection.open('/pager/stream');
    this.learnWard();
    setInterval(() => { this.connection.check(); this.requestUpdate(); }, 1000);
  }

  receive({ type, data }) {
    if (type === 'pages') {
      this.state.replace(data.pages);
      this.learnAlarms();
    } else if (type === 'page') {
      this.connection.clock.learn(data.receivedAt);
      this.state.add(data);
      this.spoken = `${m.bed(data.bed)}, ${data.text}, ${data.recipient}`;
      if (navigator.userActivation?.hasBeenActive) {
        navigator.vibrate?.([200, 100, 200]); // refused, with a warning, before the first touch
      }
    } else if (type === 'alarm') {
      this.state.putAlarm(data.alarm);
    }
    const waiting = this.state.waiting();
    document.title = waiting > 0 ? `(${waiting}) ${m.pager.title}` : `${m.pager.title} · ${m.product}`;
    this.requestUpdate();
  }

  /** How the alarms of the pages stand now; afterwards the stream tells. */
  async learnAlarms() {
    try {
      const { alarms } = await read('/api/v1/alarms?state=all');
      alarms.forEach((alarm) => this.state.putAlarm(alarm));
      this.problem = null;
    } catch (problem) {
      this.problem = problem;
    }
    this.requestUpdate();
  }

  /** Who is signed in here, and the ward's time zone; without an answer the pager still works, in local time. */
  async learnWard() {
    try {
      const { wards } = await read('/api/v1/wards');
      const { session, ward } = wards.length ? await read(`/api/v1/wards/${encodeURIComponent(wards[0].id)}`) : {};
      this.session ??= session ?? null;
      this.timeZone = ward?.timeZone;
    } catch {
      this.timeZone = undefined;
    }
    this.requestUpdate();
  }

  acknowledge(alarm) {
    if (this.session) {
      this.acknowledger.acknowledge(alarm);
    } else {
      this.panel = { alarm };
    }
  }

  signedIn(session) {
    const { alarm } = this.panel;
    this.session = session;
    this.panel = null;
    if (alarm) {
      this.acknowledger.acknowledge(alarm);
    }
  }

  async signOut() {
    await signOut().then(() => { this.session = null; }, (problem) => { this.problem = problem; });
  }

  render() {
    const now = this.connection.clock.now();
    const groups = this.state.groups();
    return html`<div class="phone">
      <header>
        <h1>${m.pager.title}</h1>
        <span class="pill" data-state=${this.connection.state}><i></i>${this.connection.state === 'live' ? m.header.live : m.header.connecting}</span>
        <time>${now === null ? '' : clockTime(now, this.timeZone)}</time>
        ${this.session
          ? html`<button class="plain" @click=${this.signOut}>${this.session.name} · ${m.header.signOut}</button>`
          : html`<button @click=${() => { this.panel = {}; }}>${m.header.signIn}</button>`}
        <p class="about">${m.pager.demo} · <a href="/">${m.pager.board}</a></p>
      </header>
      <wl-connection-banner .state=${this.connection.state} .seconds=${this.connection.silentSeconds()} .headline=${m.connection.pagerOff}></wl-connection-banner>
      ${this.problem ? html`<p class="problem" role="alert">${this.problem.message}</p>` : nothing}
      ${this.panel ? html`<wl-side-panel heading=${this.panel.alarm ? m.signIn.toAcknowledge : m.signIn.title} @close=${() => { this.panel = null; }}>
        <wl-sign-in .alarm=${this.panel.alarm} @signed-in=${(event) => this.signedIn(event.detail.session)}></wl-sign-in></wl-side-panel>` : nothing}
      <main>
        ${this.connection.everHeard && groups.length === 0
          ? html`<div class="empty"><h2>${m.pager.none}</h2><p>${m.pager.noneText}</p></div>` : nothing}
        ${this.connection.everHeard ? nothing : html`<div class="bone"></div><div class="bone"></div>`}
        <ul>${groups.map((group) => pageGroup(group, {
          now: now ?? 0, timeZone: this.timeZone, attempt: this.acknowledger.attempt(group.alarmId), onAcknowledge: (alarm) => this.acknowledge(alarm),
        }))}</ul>
      </main>
      <footer>${m.notMedical}</footer>
      <div class="quiet" aria-live="assertive">${this.spoken}</div>
    </div>`;
  }
}

customElements.define('wl-pager', Pager);
