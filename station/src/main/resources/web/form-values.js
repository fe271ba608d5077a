// What a person has filled in, as the station wants it: nothing filled in is nothing sent.

import { Problem } from './api.js';
import { m } from './messages.js';
import { fromField, offsetAt, toField } from './ward-time.js';

/** A time that the ward's clock showed twice: only the person who typed it can say which was meant. */
export class ShownTwice extends Problem {
  /** @param {string} field @param {string} text @param {number[]} times */
  constructor(field, text, times) {
    super(0, m.form.shownTwice(text.replace('T', ' ')));
    this.field = field;
    this.times = times;
  }
}

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

  /**
   * Ms since 1970 of a time on the ward's wall.
   * @param {string} name
   * @returns {number|undefined}
   * @throws {Problem} when the wall never showed it, or showed it twice and nobody said which
   */
  time(name) {
    const text = this.text(name) ?? '';
    const times = fromField(text, this.timeZone);
    if (times === null) {
      return undefined;
    }
    if (times.length === 0) {
      throw new Problem(0, m.form.neverShown(text.replace('T', ' ')));
    }
    const meant = times.length === 1 ? times[0] : times.find((time) => offsetAt(time, this.timeZone) === this.offset(name));
    if (meant === undefined) {
      throw new ShownTwice(name, text, times);
    }
    return meant;
  }

  /** Which clock a person says that a time is of. @param {string} name @returns {number|undefined} */
  offset(name) {
    return this.number(whichOf(name));
  }

  /**
   * The same, but nothing when the field still says what it said: a field has no seconds, and they must not be lost.
   * @param {string} name
   * @param {number|null} before
   * @returns {number|undefined}
   */
  newTime(name, before) {
    const same = before !== null && this.text(name) === toField(before, this.timeZone)
      && [undefined, offsetAt(before, this.timeZone)].includes(this.offset(name));
    return same ? undefined : this.time(name);
  }
}

/** The field that says which of two times is meant. @param {string} name of the time */
export function whichOf(name) {
  return `${name}/which`;
}
