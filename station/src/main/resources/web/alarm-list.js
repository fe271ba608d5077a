// The alarm strip: not acknowledged on top, the worst first, so that no hint hides a high alarm; then newest first; below it devices that send without a bed.

import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { alarmItem, alarmItemStyle } from './alarm-item.js';
import { isUnacknowledged, newestFirst, worstFirst } from './alarm-look.js';
import { age } from './format.js';
import { m } from './messages.js';
import { alarmFills, alarmIcons, basics, controls } from './shared-style.js';

/** A press within this time after the list has moved may be meant for another alarm, so it is not taken. */
const SETTLING_MS = 500;
const CLOSED_SHOWN = 20;

/** `<wl-alarm-list>`: dispatches `acknowledge` ({alarm}), `more` ({alarm}), `bed-opened` ({bed}), `assign` ({device}). */
export class AlarmList extends LitElement {
  static properties = {
    alarms: { attribute: false },
    unassigned: { attribute: false },
    acknowledger: { attribute: false },
    now: { attribute: false },
    timeZone: { attribute: false },
    loaded: { type: Boolean },
    moved: { state: true },
  };

  static styles = [basics, controls, alarmIcons, alarmFills, alarmItemStyle, css`
    :host { display: flex; flex-direction: column; gap: 10px; overflow-y: auto; padding: 2px 2px 10px 8px; }
    h2 { position: sticky; top: 0; z-index: 1; padding: 6px 0 5px; background: var(--page); font-size: 13px; color: var(--dim); font-weight: 600; }
    h2 b { color: var(--text); }
    .none { color: var(--dim); padding: 4px 2px; }
    .device { display: flex; align-items: center; gap: 8px; padding-bottom: 6px; font-size: 13px; }
    .device .facts { display: block; }
    .device button { margin-left: auto; min-height: 28px; }
  `];

  constructor() {
    super();
    this.alarms = [];
    this.unassigned = [];
    this.now = 0;
    this.order = '';
    this.movedAt = -Infinity;
  }

  willUpdate(changed) {
    if (changed.has('alarms')) {
      const order = this.alarms.filter(isUnacknowledged).sort(worstFirst).map((alarm) => alarm.id).join(' ');
      if (order !== this.order) {
        this.order = order;
        this.movedAt = performance.now();
      }
    }
  }

  render() {
    const open = this.alarms.filter(isUnacknowledged).sort(worstFirst);
    const seen = this.alarms.filter((alarm) => alarm.state === 'active-acknowledged').sort(newestFirst);
    const closed = this.alarms.filter((alarm) => alarm.state === 'closed').sort(newestFirst).slice(0, CLOSED_SHOWN);
    return html`
      ${this.moved ? html`<p class="problem" role="status">${m.alarm.moved}</p>` : nothing}
      ${this.section(m.list.unacknowledged, open, open.length + seen.length === 0)}
      ${seen.length ? this.section(m.list.acknowledged, seen) : nothing}
      ${this.unassigned.length ? this.devices() : nothing}
      ${closed.length ? this.section(m.list.closed, closed) : nothing}`;
  }

  section(title, alarms, sayNone = false) {
    return html`<section>
      <h2>${title} ${alarms.length ? html`<b>${alarms.length}</b>` : nothing}</h2>
      ${sayNone ? html`<p class="none">${this.loaded ? m.list.none : m.list.waiting}</p>` : nothing}
      <ul>${repeat(alarms, (alarm) => alarm.id, (alarm) => alarmItem(alarm, {
        now: this.now,
        timeZone: this.timeZone,
        attempt: this.acknowledger?.attempt(alarm.id),
        onAcknowledge: (event) => this.onAcknowledge(event, alarm),
        onMore: () => this.dispatchEvent(new CustomEvent('more', { detail: { alarm } })),
        onOpen: (bed) => this.dispatchEvent(new CustomEvent('bed-opened', { detail: { bed } })),
      }))}</ul>
    </section>`;
  }

  devices() {
    return html`<section>
      <h2>${m.list.devices} <b>${this.unassigned.length}</b></h2>
      <ul>${this.unassigned.map((device) => html`<li class="device">
        <span><b>${device.device}</b><span class="facts">${m.list.readings(device.readings)} · ${age(this.now - device.lastSeen)}</span></span>
        <button @click=${() => this.dispatchEvent(new CustomEvent('assign', { detail: { device: device.device } }))}>${m.list.assign}</button>
      </li>`)}</ul>
    </section>`;
  }

  onAcknowledge(event, alarm) {
    const byPointer = event.detail > 0; // a keyboard press is on the button that has the focus, which moves with its alarm
    if (byPointer && performance.now() - this.movedAt < SETTLING_MS) {
      this.moved = true;
      setTimeout(() => { this.moved = false; }, 4000);
      return;
    }
    this.moved = false;
    this.dispatchEvent(new CustomEvent('acknowledge', { detail: { alarm } }));
  }
}

customElements.define('wl-alarm-list', AlarmList);
