// The alarm bar of a tile: the worst alarm in words, a technical one beside it, and how many more there are.

import { heldUntil, isCalling, tone } from './alarm-look.js';
import { clockTime, elapsed } from './format.js';
import { m } from './messages.js';
import { AttributeSlot, TextSlot } from './slots.js';

/** Paints `.bar`, `.also` and `.frame` of a tile. */
export class AlarmBar {
  /** @param {ParentNode} root */
  constructor(root) {
    const bar = root.querySelector('.bar');
    const also = root.querySelector('.also');
    this.shown = new AttributeSlot(bar, 'hidden');
    this.tone = new AttributeSlot(bar, 'data-tone');
    this.icon = new AttributeSlot(bar.querySelector('.icon'), 'data-tone');
    this.state = new AttributeSlot(bar, 'data-state');
    this.stale = new AttributeSlot(bar, 'data-stale');
    this.title = new AttributeSlot(bar, 'title');
    this.marks = new TextSlot(bar.querySelector('.marks'));
    this.text = new TextSlot(bar.querySelector('.text'));
    this.note = new TextSlot(bar.querySelector('.note'));
    this.more = new TextSlot(bar.querySelector('.more'));
    this.alsoShown = new AttributeSlot(also, 'hidden');
    this.alsoState = new AttributeSlot(also, 'data-state');
    this.alsoTitle = new AttributeSlot(also, 'title');
    this.alsoMarks = new TextSlot(also.querySelector('.marks'));
    this.frame = new AttributeSlot(root.querySelector('.frame'), 'data-tone');
  }

  /**
   * @param {import('./types.js').Alarm[]} alarms open ones, worst first
   * @param {number} now
   * @param {string|undefined} timeZone
   */
  paint(alarms, now, timeZone) {
    const [top] = alarms;
    this.shown.set(top ? null : '');
    this.frame.set(top && isCalling(top) ? tone(top) : null);
    const technical = top && tone(top) !== 'technical' ? alarms.find((alarm) => tone(alarm) === 'technical') : undefined;
    this.paintTechnical(technical);
    if (top) {
      this.paintTop(top, now, timeZone);
      this.more.set(alarms.length > 1 + (technical ? 1 : 0) ? m.alarm.others(alarms.length - 1 - (technical ? 1 : 0)) : '');
      this.title.set(alarms.map((alarm) => `${alarm.marks} ${alarm.text} (${m.alarm.states[alarm.state]})`).join('\n'));
    }
  }

  paintTop(alarm, now, timeZone) {
    this.tone.set(tone(alarm));
    this.icon.set(tone(alarm));
    this.state.set(alarm.state);
    this.stale.set(alarm.inputStale ? '' : null);
    this.marks.set(alarm.marks);
    this.text.set(alarm.text);
    this.note.set(noteOf(alarm, now, timeZone));
  }

  paintTechnical(alarm) {
    this.alsoShown.set(alarm ? null : '');
    if (alarm) {
      this.alsoState.set(alarm.state);
      this.alsoMarks.set(alarm.marks);
      this.alsoTitle.set(alarm.text);
    }
  }
}

/** "RN Okafor" says Okafor in a narrow bar; the lists give the whole name. */
function familyName(name) {
  return name.trim().split(/\s+/).at(-1);
}

/**
 * What is said beside an alarm: how long, when it ended, or who has acknowledged it.
 * @param {import('./types.js').Alarm} alarm
 * @param {number} now
 * @param {string|undefined} timeZone
 * @returns {string}
 */
export function noteOf(alarm, now, timeZone) {
  if (alarm.state === 'latched') {
    return m.alarm.ended(elapsed(now - (alarm.ended ?? now)));
  }
  if (alarm.state === 'active-acknowledged') {
    return m.alarm.acknowledgedBy(familyName(alarm.acknowledgedBy ?? ''), clockTime(alarm.acknowledgedAt, timeZone, false));
  }
  const quietUntil = heldUntil(alarm, now);
  return quietUntil === null ? elapsed(now - alarm.raised) : m.alarm.quiet(elapsed(quietUntil - now));
}
