// Sends acknowledgements and remembers how each attempt stands, so that a press is never doubled nor lost silently.

import { newKey, post } from './api.js';

/** @typedef {{key: string, busy: boolean, problem: import('./api.js').Problem|null}} Attempt */

/** Dispatches `change`, `acknowledged` ({alarm}) and `sign-in-needed` ({alarm}). */
export class Acknowledger extends EventTarget {
  constructor() {
    super();
    /** @type {Map<string, Attempt>} by alarm id */
    this.attempts = new Map();
  }

  /**
   * Acknowledges an alarm. A repeated attempt keeps its key, so the station counts it once.
   * @param {import('./types.js').Alarm} alarm
   * @returns {Promise<void>}
   */
  async acknowledge(alarm) {
    const before = this.attempts.get(alarm.id);
    if (before?.busy) {
      return;
    }
    const attempt = { key: before?.key ?? newKey(), busy: true, problem: null };
    this.put(alarm.id, attempt);
    try {
      const answer = await post(`/api/v1/alarms/${encodeURIComponent(alarm.id)}/acknowledge`, {}, attempt.key);
      this.attempts.delete(alarm.id);
      this.dispatchEvent(new CustomEvent('acknowledged', { detail: { alarm: answer } }));
    } catch (problem) {
      this.failed(alarm, attempt, problem);
    }
  }

  /** @param {string} alarmId @returns {Attempt|undefined} */
  attempt(alarmId) {
    return this.attempts.get(alarmId);
  }

  failed(alarm, attempt, problem) {
    if (problem.status === 401) {
      this.attempts.delete(alarm.id);
      this.dispatchEvent(new CustomEvent('change'));
      this.dispatchEvent(new CustomEvent('sign-in-needed', { detail: { alarm } }));
      return;
    }
    // a server that answered has used this key up; only silence may be tried again with the same one
    const key = problem.status === 0 || problem.status >= 500 ? attempt.key : newKey();
    this.put(alarm.id, { key, busy: false, problem });
  }

  put(id, attempt) {
    this.attempts.set(id, attempt);
    this.dispatchEvent(new CustomEvent('change'));
  }
}
