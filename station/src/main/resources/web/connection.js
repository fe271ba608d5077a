// One event stream to the station, watched by this browser: silence is judged here, never by the server.

import { WardClock } from './ward-clock.js';

/** Silence after which values count as old, and after which this page says that it monitors nobody. */
export const OLD_AFTER_MS = 10_000;
export const NOT_MONITORING_AFTER_MS = 30_000;

const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 8_000;

/**
 * @typedef {'connecting'|'live'|'reconnecting'|'not-monitoring'} ConnectionState
 */

/**
 * Keeps an EventSource open. Dispatches `message` ({type, data}) per event,
 * `change` when its state changes and `trouble` when an attempt has failed.
 */
export class Connection extends EventTarget {
  /**
   * @param {string[]} types names of the events to listen to
   * @param {WardClock} [clock]
   */
  constructor(types, clock = new WardClock()) {
    super();
    this.types = types;
    this.clock = clock;
    this.everHeard = false;
    this.retries = 0;
    /** @type {ConnectionState} */
    this.state = 'connecting';
  }

  /** @param {string} url */
  open(url) {
    this.url = url;
    this.connect();
    if (!this.watch) {
      this.watch = setInterval(() => this.check(), 500);
      // a page that was frozen must not show a live ward for even half a second
      document.addEventListener('visibilitychange', () => this.check());
    }
  }

  /** @returns {number} whole seconds without any event */
  silentSeconds() {
    return Math.floor(this.clock.silence() / 1000);
  }

  /** @returns {boolean} whether values may be shown as live */
  fresh() {
    return this.state === 'live';
  }

  connect() {
    this.source?.close();
    clearTimeout(this.retry);
    const source = new EventSource(this.url);
    this.source = source;
    this.attemptedAt = performance.now();
    for (const type of this.types) {
      source.addEventListener(type, (event) => this.receive(type, event));
    }
    // the browser's own retry has no jitter and gives up on some answers, so it is not used
    source.onerror = () => this.reconnectLater(source);
  }

  reconnectLater(source) {
    if (source !== this.source) {
      return;
    }
    source.close();
    clearTimeout(this.retry);
    const ceiling = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.retries);
    this.retries += 1;
    this.retry = setTimeout(() => this.connect(), ceiling / 2 + Math.random() * (ceiling / 2));
    this.dispatchEvent(new CustomEvent('trouble'));
  }

  receive(type, event) {
    let data;
    try {
      data = JSON.parse(event.data);
    } catch {
      return; // not counted as heard: a stream of rubbish must end in NOT MONITORING
    }
    this.everHeard = true;
    this.retries = 0;
    this.clock.heard();
    if (Number.isFinite(data.serverTime)) {
      this.clock.learn(data.serverTime);
    }
    this.check();
    this.dispatchEvent(new CustomEvent('message', { detail: { type, data } }));
  }

  check() {
    const silence = this.clock.silence();
    const waiting = this.source && this.source.readyState !== EventSource.CLOSED;
    if (waiting && silence > OLD_AFTER_MS && performance.now() - this.attemptedAt > OLD_AFTER_MS) {
      this.connect(); // an open socket that says nothing is as good as none
    }
    const state = this.judge(silence);
    if (state !== this.state) {
      this.state = state;
      this.dispatchEvent(new CustomEvent('change'));
    }
  }

  judge(silence) {
    if (silence > NOT_MONITORING_AFTER_MS) {
      return 'not-monitoring';
    }
    if (silence > OLD_AFTER_MS) {
      return 'reconnecting';
    }
    return this.everHeard ? 'live' : 'connecting';
  }
}
