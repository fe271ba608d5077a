// The trends of one patient as the station has them, asked for again and again; old ones stay until new ones are there.

import { read } from './api.js';

/** Ranges offered, and how often each is asked for: a point of a long one is minutes wide. */
export const RANGES = [
  { hours: 1, every: 10_000 }, { hours: 4, every: 60_000 }, { hours: 12, every: 60_000 }, { hours: 24, every: 60_000 }, { hours: 72, every: 60_000 },
];

/** @typedef {'loading'|'ready'|'empty'|'unavailable'|'failed'} TrendStatus */

/** Dispatches `change`. */
export class TrendSource extends EventTarget {
  /** @param {() => number|null} now ward time */
  constructor(now) {
    super();
    this.now = now;
    this.range = RANGES[1];
    /** @type {TrendStatus} */
    this.status = 'loading';
    this.forget();
    document.addEventListener('visibilitychange', () => this.schedule(0));
  }

  /** @param {string|null} patientRef whose trends; another patient's are forgotten at once */
  show(patientRef) {
    if (patientRef !== this.patientRef) {
      this.patientRef = patientRef;
      this.forget();
      this.schedule(0);
    }
  }

  /** @param {number} hours */
  choose(hours) {
    this.range = RANGES.find((range) => range.hours === hours) ?? this.range;
    this.schedule(0);
    this.tell();
  }

  /** Where a program gets the same as a table. */
  csvPath(pseudonymised) {
    const { from, to, stepMs } = this.trends;
    return `${this.path}/trends.csv?from=${from}&to=${to}&step=${stepMs}&pseudonymised=${pseudonymised}`;
  }

  get path() {
    return `/api/v1/patients/${encodeURIComponent(this.patientRef)}`;
  }

  /** One question at a time: a store that is slow is not asked twice. */
  async refresh() {
    if (this.asking || !this.patientRef || document.hidden || this.now() === null) {
      return;
    }
    this.asking = true;
    const asked = `${this.patientRef} ${this.range.hours}`;
    const asks = () => `${this.patientRef} ${this.range.hours}`;
    try {
      const answer = await this.answer();
      if (asked === asks()) {
        Object.assign(this, answer, { problem: null, status: answer.trends.series.length + answer.trends.scores.length === 0 ? 'empty' : 'ready' });
      }
    } catch (problem) {
      if (asked === asks()) {
        Object.assign(this, { problem, status: problem.status === 503 ? 'unavailable' : 'failed' });
      }
    } finally {
      this.asking = false;
    }
    this.tell();
    this.schedule(asked === asks() ? this.range.every : 0);
  }

  async answer() {
    const [trends, { limits }] = await Promise.all([read(`${this.path}/trends?${this.query()}`), read(this.path)]);
    return { trends, limits, charted: await this.chartedBetween(trends.from, trends.to) };
  }

  /** The ward clock says what the last hours are, not this browser's. */
  query() {
    const to = Math.floor(this.now());
    return `from=${to - this.range.hours * 3_600_000}&to=${to}`;
  }

  /** What people charted; trends do not wait for it when it cannot be had. */
  async chartedBetween(from, to) {
    try {
      return (await read(`${this.path}/chart?from=${from}&to=${to}`)).entries;
    } catch {
      return [];
    }
  }

  schedule(delay) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.refresh(), delay);
  }

  forget() {
    this.status = 'loading';
    /** @type {import('./types.js').Trends|null} */
    this.trends = null;
    /** @type {import('./types.js').ChartEntry[]} */
    this.charted = [];
    this.limits = [];
    this.problem = null;
  }

  tell() {
    this.dispatchEvent(new CustomEvent('change'));
  }
}
