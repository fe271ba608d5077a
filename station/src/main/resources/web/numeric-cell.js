// One numeric of a tile: label, age, value, direction, quality. Writes only what changed.

import { arrow, isCalling, tone } from './alarm-look.js';
import { AttributeSlot, TextSlot } from './slots.js';

/** A cell with class `label`, `note`, `poor`, `value` and `arrow` inside. */
export class NumericCell {
  /** @param {Element} root the cell */
  constructor(root) {
    this.label = new TextSlot(root.querySelector('.label'));
    this.note = new TextSlot(root.querySelector('.note'));
    this.poor = new TextSlot(root.querySelector('.poor'));
    this.value = new TextSlot(root.querySelector('.value'));
    this.arrow = new TextSlot(root.querySelector('.arrow'));
    this.state = new AttributeSlot(root, 'data-state');
    this.suppressed = new AttributeSlot(root, 'data-suppressed');
    this.alarm = new AttributeSlot(root, 'data-alarm');
    this.calling = new AttributeSlot(root, 'data-calling');
  }

  /**
   * @param {string} label
   * @param {import('./numeric.js').Shown} shown
   * @param {import('./types.js').Alarm|undefined} alarm the worst active alarm about this value
   */
  paint(label, shown, alarm) {
    this.label.set(label);
    this.state.set(shown.state);
    this.note.set(shown.age);
    this.poor.set(shown.poor ? '~' : '');
    this.suppressed.set(shown.suppressed ? '' : null);
    this.value.set(shown.text);
    const violated = alarm && shown.state !== 'missing' && shown.state !== 'lost' && tone(alarm) !== 'technical' ? alarm : null;
    this.arrow.set(violated ? arrow(violated) : '');
    this.alarm.set(violated ? violated.priority : null);
    this.calling.set(violated && isCalling(violated) ? '' : null);
  }
}
