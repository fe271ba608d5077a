// What a person has filled in, as the station wants it: nothing filled in is nothing sent.

import { fromField, toField } from './ward-time.js';

/** Reads a submitted form. */
export class FormValues {
  /**
   * @param {FormData} data
   * @param {string|undefined} timeZone of the ward
   */
  constructor(data, timeZone) {
    this.data = data;
    this.timeZone = timeZone;
  }

  /** @param {string} name @returns {string|undefined} */
  text(name) {
    return String(this.data.get(name) ?? '').trim() || undefined;
  }

  /** @param {string} name @returns {number|undefined} */
  number(name) {
    const text = this.text(name);
    return text === undefined ? undefined : Number(text.replace(',', '.'));
  }

  /** Ms since 1970 of a time on the ward's wall. @param {string} name @returns {number|undefined} */
  time(name) {
    return fromField(this.text(name) ?? '', this.timeZone) ?? undefined;
  }

  /**
   * The same, but nothing when the field still says what it said: a field has no seconds, and they must not be lost.
   * @param {string} name
   * @param {number|null} before
   * @returns {number|undefined}
   */
  newTime(name, before) {
    return before !== null && this.text(name) === toField(before, this.timeZone) ? undefined : this.time(name);
  }
}
