// The page of one patient: joins feed, trends, alarms and forms. Read this file first; patient-view.js says what stands where.

import { LitElement } from 'lit';
import { Acknowledger } from './acknowledger.js';
import { alarmItemStyle } from './alarm-item.js';
import { isUnacknowledged } from './alarm-look.js';
import { elsewhereStyle } from './alarms-elsewhere.js';
import { listenToKeys } from './keyboard.js';
import { liveStyle } from './live-numerics.js';
import { m } from './messages.js';
import { patientPageStyle } from './patient-page-style.js';
import { patientView } from './patient-view.js';
import { pausesStyle } from './pauses.js';
import { signedInFirst } from './permissions.js';
import { alarmFills, alarmIcons, basics, controls } from './shared-style.js';
import { toggleTheme } from './theme.js';
import { TrendSource } from './trend-source.js';
import { WardFeed } from './ward-feed.js';
import { WardVoice } from './ward-voice.js';

/** `<wl-patient-page>`: the address names the bed, never a person. */
export class PatientPage extends LitElement {
  static properties = { panel: { state: true }, asTable: { state: true }, bed: { state: true } };

  static styles = [basics, controls, alarmIcons, alarmFills, alarmItemStyle, liveStyle, elsewhereStyle, pausesStyle, patientPageStyle];

  constructor() {
    super();
    this.bed = new URLSearchParams(location.search).get('bed') ?? '';
    this.feed = new WardFeed();
    this.trends = new TrendSource(() => this.feed.now());
    this.acknowledger = new Acknowledger();
    this.voice = new WardVoice(this.feed);
    this.asTable = false;
    /** What stands in the side panel: {kind: 'action', action} or {kind: 'sign-in', alarm?, then?}, or null. */
    this.panel = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.feed.addEventListener('change', () => this.changed());
    this.trends.addEventListener('change', () => this.requestUpdate());
    this.acknowledger.addEventListener('change', () => this.requestUpdate());
    this.acknowledger.addEventListener('acknowledged', ({ detail }) => { this.feed.state.applyAlarm(detail.alarm); this.changed(); });
    this.acknowledger.addEventListener('sign-in-needed', ({ detail }) => this.show({ kind: 'sign-in', alarm: detail.alarm }));
    listenToKeys({
      close: () => (this.panel ? this.show(null) : location.assign(`/?bed=${encodeURIComponent(this.bed)}`)),
      acknowledge: () => this.acknowledgeTop(),
      nextUnacknowledged: (step) => this.goToAlarm(step),
      trends: () => this.renderRoot.querySelector('wl-trend-charts')?.focus(),
      toggleTheme, help: () => {}, find: () => {}, enterBoard: () => this.renderRoot.querySelector('wl-trend-charts')?.focus(),
    });
    this.feed.start();
  }

  changed() {
    const { state, connection } = this.feed;
    this.trends.show(this.tile?.patientRef ?? null);
    if (!this.trends.trends && this.trends.status === 'loading' && state.loaded) {
      this.trends.schedule(0); // the ward clock is known now
    }
    this.dataset.connection = connection.state;
    document.title = `${m.patientPage.title(this.bed)} · ${m.product}`;
    this.requestUpdate();
  }

  /** @returns {import('./types.js').Tile|undefined} */
  get tile() {
    return this.feed.state.tiles.get(this.bed);
  }

  /** Another bed on the same page: the connection and the sound stay. */
  goTo(bed) {
    this.bed = bed;
    this.panel = null;
    history.replaceState(null, '', `?bed=${encodeURIComponent(bed)}`);
    this.changed();
  }

  goToAlarm(step) {
    const { state } = this.feed;
    const beds = [...new Set(state.unacknowledged().map((alarm) => alarm.bed))].filter(Boolean).sort((a, b) => state.beds.indexOf(a) - state.beds.indexOf(b));
    if (beds.length > 0) {
      const at = beds.indexOf(this.bed);
      this.goTo(beds[at < 0 ? 0 : (at + step + beds.length) % beds.length]);
    }
  }

  acknowledgeTop() {
    const alarm = this.feed.state.openAlarms(this.bed).find(isUnacknowledged);
    if (alarm) {
      this.acknowledger.acknowledge(alarm);
    }
  }

  show(panel) {
    this.panel = signedInFirst(panel, this.feed.state.session);
  }

  signedIn(session) {
    const { alarm, then } = this.panel ?? {};
    this.feed.state.session = session;
    this.show(then ?? null);
    if (alarm) {
      this.acknowledger.acknowledge(this.feed.state.alarms.get(alarm.id) ?? alarm);
    }
  }

  /** After a command: the frames bring the rest. */
  done() {
    this.show(null);
    this.trends.schedule(0);
  }

  render() {
    return patientView(this, this.feed.now() ?? 0);
  }
}

customElements.define('wl-patient-page', PatientPage);
