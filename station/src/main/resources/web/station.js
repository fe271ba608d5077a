// The ward board: joins connection, state, sound, keys and the components. Read this file first.

import { LitElement } from 'lit';
import { Acknowledger } from './acknowledger.js';
import { answer } from './actions-alarm.js';
import { audible, callingPriority, isCalling, isUnacknowledged, worstFirst } from './alarm-look.js';
import { read } from './api.js';
import { Connection } from './connection.js';
import { listenToKeys } from './keyboard.js';
import { m } from './messages.js';
import { signedInFirst } from './permissions.js';
import { signOut } from './session.js';
import { basics, controls } from './shared-style.js';
import { AlarmSound } from './sound.js';
import { stationStyle } from './station-style.js';
import { stationView } from './station-view.js';
import { toggleTheme } from './theme.js';
import { WardState } from './ward-state.js';

const WARD_RETRY_MS = 3_000;

/** `<wl-station>`: the whole board. */
export class Station extends LitElement {
  static properties = {
    alarms: { state: true },
    panel: { state: true },
    problem: { state: true },
    expected: { state: true },
    spoken: { state: true },
    notFound: { state: true },
  };

  static styles = [basics, controls, stationStyle];

  constructor() {
    super();
    this.state = new WardState();
    this.connection = new Connection(['snapshot', 'frame', 'alarm', 'heartbeat']);
    this.acknowledger = new Acknowledger();
    this.sound = new AlarmSound();
    /** @type {import('./types.js').Alarm[]} */
    this.alarms = [];
    this.expected = 16;
    this.spoken = '';
    /** What stands in the side panel: {kind: 'patient'|'sign-in'|'help'|'assign'|'action', bed?, alarm?, device?, action?, then?} or null. */
    this.panel = null;
    this.problem = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.connection.addEventListener('message', (event) => this.receive(event.detail));
    this.connection.addEventListener('change', () => this.connectionChanged());
    this.connection.addEventListener('trouble', () => this.explain());
    this.acknowledger.addEventListener('change', () => this.refresh());
    this.acknowledger.addEventListener('acknowledged', (event) => this.acknowledged(event.detail.alarm));
    this.acknowledger.addEventListener('sign-in-needed', (event) => this.show({ kind: 'sign-in', alarm: event.detail.alarm }));
    this.sound.addEventListener('change', () => this.requestUpdate());
    listenToKeys(this.keys());
    this.start();
    this.tick();
  }

  /** Finds the ward and opens its stream; tries again for as long as it takes. */
  async start() {
    try {
      const { wards } = await read('/api/v1/wards');
      const wanted = new URLSearchParams(location.search).get('ward');
      const ward = wards.find((each) => each.id === wanted) ?? wards[0];
      if (!ward) {
        throw new Error(m.empty.noWard);
      }
      this.expected = ward.beds || this.expected;
      this.wardPath = `/api/v1/wards/${encodeURIComponent(ward.id)}`;
      this.problem = null;
      this.connection.open(`${this.wardPath}/stream`);
    } catch (problem) {
      this.problem = problem;
      this.connection.check();
      clearTimeout(this.restart);
      this.restart = setTimeout(() => this.start(), WARD_RETRY_MS);
    }
  }

  /** Asks why the stream does not come, as long as there is nothing to show. */
  async explain() {
    if (!this.state.loaded) {
      try {
        await read(this.wardPath);
      } catch (problem) {
        this.problem = problem;
      }
    }
  }

  receive({ type, data }) {
    if (type === 'heartbeat') {
      return;
    }
    const first = !this.state.loaded;
    const before = new Set(this.alarms.filter(isCalling).map(callOf));
    if (type === 'snapshot') {
      this.applySnapshot(data);
    } else if (type === 'frame') {
      this.state.applyFrame(data);
    } else if (type === 'alarm') {
      this.state.applyAlarm(data.alarm, data.counts);
    }
    this.refresh();
    if (!first) {
      this.announce(this.alarms.filter((alarm) => isCalling(alarm) && !before.has(callOf(alarm))).sort(worstFirst));
    }
  }

  applySnapshot(snapshot) {
    const first = !this.state.loaded;
    this.problem = null;
    this.state.applySnapshot(snapshot);
    document.title = `${snapshot.ward.name} · ${m.product}`;
    const bed = new URLSearchParams(location.search).get('bed');
    if (first && bed && this.state.tiles.has(bed)) {
      this.openBed(bed);
    }
  }

  /** Passes what has changed on: sound at once, lists with Lit, numbers in the next animation frame. */
  refresh() {
    this.alarms = [...this.state.alarms.values()];
    this.soundWhatMay();
    this.paintSoon();
  }

  /** A pause of the sound ends by the clock, without an event. */
  soundWhatMay() {
    this.sound.call(callingPriority(audible(this.alarms, this.connection.clock.now() ?? 0)));
  }

  paintSoon() {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = null;
      const now = this.connection.clock.now();
      if (now !== null) {
        this.board?.paint(this.state, now, this.connection.fresh());
      }
    });
  }

  /** Once a second, on the second: ages, elapsed times, the clock. */
  tick() {
    const now = this.connection.clock.now() ?? Date.now();
    setTimeout(() => this.tick(), 1000 - (now % 1000) + 5);
    this.connection.check();
    this.soundWhatMay();
    this.requestUpdate();
    this.paintSoon();
  }

  connectionChanged() {
    this.dataset.connection = this.connection.state;
    this.sound.setNotMonitoring(this.connection.state === 'not-monitoring');
    this.requestUpdate();
    this.paintSoon();
  }

  /** Says and sounds alarms that have just begun to call, or have become worse. */
  announce(alarms) {
    if (alarms.length > 0) {
      this.sound.callNow(alarms[0].priority);
    }
    const urgent = alarms.filter((alarm) => alarm.priority !== 'low');
    if (urgent.length > 0) {
      this.spoken = urgent.map(m.alarm.announce).join('. ');
    }
  }

  acknowledged(alarm) {
    if (alarm) {
      this.state.applyAlarm(alarm);
    }
    this.refresh();
  }

  keys() {
    return {
      close: () => this.closePanel(),
      acknowledge: () => this.acknowledgeFocused(),
      nextUnacknowledged: (step) => this.nextUnacknowledged(step),
      trends: () => this.openTrends(),
      toggleTheme,
      help: () => this.show(this.panel?.kind === 'help' ? null : { kind: 'help' }),
      enterBoard: () => this.board?.focusBed(this.board.focused),
      find: () => this.renderRoot.querySelector('wl-header').focusFind(),
    };
  }

  acknowledgeFocused() {
    const tile = this.board?.renderRoot.activeElement ?? null;
    const bed = tile?.dataset?.bed ?? (this.panel?.kind === 'patient' ? this.panel.bed : null);
    const alarm = bed ? this.state.openAlarms(bed).find(isUnacknowledged) : undefined;
    if (alarm) {
      this.acknowledger.acknowledge(alarm);
    }
  }

  /** The trends of the bed in the panel or in focus, on a page of their own. */
  openTrends() {
    const bed = this.panel?.bed ?? this.board?.renderRoot.activeElement?.dataset?.bed;
    if (bed) {
      location.assign(`/patient?bed=${encodeURIComponent(bed)}`);
    }
  }

  nextUnacknowledged(step) {
    const beds = [...new Set(this.state.unacknowledged().map((alarm) => alarm.bed))].filter(Boolean).sort((a, b) => this.state.beds.indexOf(a) - this.state.beds.indexOf(b));
    if (beds.length > 0) {
      const at = beds.indexOf(this.board.focused);
      const next = at < 0 ? (step > 0 ? 0 : beds.length - 1) : (at + step + beds.length) % beds.length;
      this.board.focusBed(beds[next]);
    }
  }

  find(text) {
    const padded = text.toLowerCase().padStart(2, '0');
    const bed = this.state.beds.find((each) => each.toLowerCase() === text.toLowerCase() || each.toLowerCase() === padded);
    this.notFound = bed ? '' : text;
    if (bed) {
      this.board.focusBed(bed);
    }
    setTimeout(() => { this.notFound = ''; }, 3000);
  }

  openBed(bed) {
    this.show({ kind: 'patient', bed });
    history.replaceState(null, '', urlWith('bed', bed));
  }

  /** What else may be said about an alarm. */
  more(alarm) {
    this.show({ kind: 'action', bed: alarm.bed || undefined, action: answer(alarm) });
  }

  show(panel) {
    this.panel = signedInFirst(panel, this.state.session);
  }

  closePanel() {
    if (this.panel) {
      const bed = this.panel.bed ?? this.panel.alarm?.bed;
      this.panel = null;
      history.replaceState(null, '', urlWith('bed', null));
      this.updateComplete.then(() => this.board?.focusBed(bed ?? this.board.focused));
    }
  }

  signedIn(session) {
    const { alarm, then } = this.panel ?? {};
    this.state.session = session;
    then ? this.show(then) : this.closePanel();
    if (alarm) {
      this.acknowledger.acknowledge(this.state.alarms.get(alarm.id) ?? alarm);
    }
  }

  async signOut() {
    try {
      await signOut();
      this.state.session = null;
    } catch (problem) {
      this.problem = problem;
    }
    this.requestUpdate();
  }

  get board() {
    return this.renderRoot?.querySelector('wl-board') ?? null;
  }

  render() {
    return stationView(this, this.connection.clock.now() ?? 0);
  }

  assigned(tile) {
    this.state.applyFrame({ serverTime: 0, tiles: [tile] });
    this.openBed(tile.bed);
    this.refresh();
  }
}

/** What makes a call new: another alarm, or the same with another priority. */
function callOf(alarm) {
  return `${alarm.id}/${alarm.priority}`;
}

function urlWith(name, value) {
  const url = new URL(location.href);
  value === null ? url.searchParams.delete(name) : url.searchParams.set(name, value);
  return url;
}

customElements.define('wl-station', Station);
