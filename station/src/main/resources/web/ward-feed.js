// Finds the ward and keeps its state by its event stream, for the pages beside the board.

import { read } from './api.js';
import { Connection } from './connection.js';
import { m } from './messages.js';
import { WardState } from './ward-state.js';

const RETRY_MS = 3_000;

/** Dispatches `change` when anything has changed, and once a second for ages and clocks. */
export class WardFeed extends EventTarget {
  constructor() {
    super();
    this.state = new WardState();
    this.connection = new Connection(['snapshot', 'frame', 'alarm', 'heartbeat']);
    /** Why there is nothing to show, while there is nothing. */
    this.problem = null;
    this.connection.addEventListener('message', ({ detail }) => this.receive(detail));
    this.connection.addEventListener('change', () => this.tell());
    this.connection.addEventListener('trouble', () => this.explain());
  }

  /** Tries for as long as it takes. */
  async start() {
    this.beat ??= setInterval(() => { this.connection.check(); this.tell(); }, 1000);
    clearTimeout(this.restart);
    try {
      const { wards } = await read('/api/v1/wards');
      const wanted = new URLSearchParams(location.search).get('ward');
      const ward = wards.find((each) => each.id === wanted) ?? wards[0];
      if (!ward) {
        throw new Error(m.empty.noWard);
      }
      this.wardPath = `/api/v1/wards/${encodeURIComponent(ward.id)}`;
      this.problem = null;
      this.connection.open(`${this.wardPath}/stream`);
    } catch (problem) {
      this.problem = problem;
      this.restart = setTimeout(() => this.start(), RETRY_MS);
    }
    this.tell();
  }

  /** Ward time, or null before the first event. */
  now() {
    return this.connection.clock.now();
  }

  receive({ type, data }) {
    if (type === 'snapshot') {
      this.problem = null;
      this.state.applySnapshot(data);
    } else if (type === 'frame') {
      this.state.applyFrame(data);
    } else if (type === 'alarm') {
      this.state.applyAlarm(data.alarm, data.counts);
    }
    this.tell();
  }

  async explain() {
    if (!this.state.loaded) {
      try {
        await read(this.wardPath);
      } catch (problem) {
        this.problem = problem;
        this.tell();
      }
    }
  }

  tell() {
    this.dispatchEvent(new CustomEvent('change'));
  }
}
