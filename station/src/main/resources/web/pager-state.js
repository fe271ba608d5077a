// Pages grouped by the alarm that caused them. Pure.

import { isUnacknowledged } from './alarm-look.js';

/**
 * @typedef {object} PageGroup
 * @property {string} alarmId
 * @property {import('./types.js').Page[]} pages newest first
 * @property {import('./types.js').Alarm|undefined} alarm how the alarm stands, when known
 */

const GROUPS_KEPT = 60;

/** Holds pages and the alarms they are about. */
export class PagerState {
  constructor() {
    /** @type {Map<string, import('./types.js').Page>} */
    this.pages = new Map();
    /** @type {Map<string, import('./types.js').Alarm>} */
    this.alarms = new Map();
  }

  /** @param {import('./types.js').Page[]} pages */
  replace(pages) {
    this.pages.clear();
    pages.forEach((page) => this.add(page));
  }

  /** A page delivered twice carries the same id and stands once. @param {import('./types.js').Page} page */
  add(page) {
    this.pages.set(page.pageId, page);
  }

  /** @param {import('./types.js').Alarm} alarm */
  putAlarm(alarm) {
    const known = this.alarms.get(alarm.id);
    if (!known || alarm.seq >= known.seq) {
      this.alarms.set(alarm.id, alarm);
    }
  }

  /** @returns {PageGroup[]} the group with the newest page first */
  groups() {
    const groups = new Map();
    const newestFirst = [...this.pages.values()].sort((a, b) => b.receivedAt - a.receivedAt);
    for (const page of newestFirst) {
      if (!groups.has(page.alarmId)) {
        groups.set(page.alarmId, { alarmId: page.alarmId, pages: [], alarm: this.alarms.get(page.alarmId) });
      }
      groups.get(page.alarmId).pages.push(page);
    }
    return [...groups.values()].slice(0, GROUPS_KEPT);
  }

  /** @returns {number} paged alarms that nobody has acknowledged */
  waiting() {
    return this.groups().filter((group) => !group.alarm || isUnacknowledged(group.alarm)).length;
  }
}
