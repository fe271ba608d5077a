// One bed on the board. The structure is rendered once; `paint` then writes what changed.

import { html, LitElement } from 'lit';
import { AlarmBar } from './alarm-bar.js';
import { isCalling, slotOf } from './alarm-look.js';
import { flash } from './flash.js';
import { m } from './messages.js';
import { chip } from './news2-look.js';
import { pick, pressureShownAs, shownAs } from './numeric.js';
import { NumericCell } from './numeric-cell.js';
import { pauseText } from './pauses.js';
import { riskChip } from './risk-look.js';
import { alarmFills, alarmIcons, basics } from './shared-style.js';
import { AttributeSlot, TextSlot } from './slots.js';
import { drawSparkline } from './sparkline.js';
import { cellStyle, tileStyle } from './tile-style.js';

/** Below this a battery is worth a nurse's look (%); a display choice of Wardlight. */
const LOW_BATTERY = 20;

const cell = (slot, spark) => html`<div class="cell ${slot}">
  <div class="top"><span class="label"></span><span class="note"></span></div>
  <div class="line"><span class="poor"></span><span class="value"></span><span class="arrow"></span></div>
  ${spark ? html`<canvas width="192" height="72" title=${m.sparkTitle}></canvas>` : ''}
</div>`;

/**
 * @typedef {object} TilePaint
 * @property {import('./types.js').Tile} tile
 * @property {import('./types.js').Alarm[]} alarms open ones of this bed, worst first
 * @property {number} now ward time
 * @property {boolean} fresh whether the connection delivers
 * @property {string|undefined} timeZone
 */

/** `<wl-tile>`: a bed, its values and its worst alarm. */
export class WardTile extends LitElement {
  static styles = [basics, alarmIcons, alarmFills, tileStyle, cellStyle];

  render() {
    return html`
      <div class="head"><span class="bed"></span><span class="who"></span><span class="paused"></span><span class="device"></span><span class="nurse"></span></div>
      <div class="bars">
        <div class="bar fill" hidden>
          <i class="icon"></i><span class="marks"></span><span class="text"></span><span class="note"></span><span class="more"></span>
        </div>
        <div class="also fill" data-tone="technical" hidden><i class="icon" data-tone="technical"></i><span class="marks"></span></div>
      </div>
      <div class="cells">${cell('hr', true)}${cell('spo2', true)}${cell('rr')}${cell('bp')}</div>
      <div class="foot">
        ${cell('temp')}
        <span class="chip" hidden><span class="label">${m.news2.name}</span><span class="value"></span><span class="marks"></span>
          <span class="steps"><i></i><i></i><i></i></span></span>
        <span class="chip risk" hidden><span class="label">${m.risk.short}</span><span class="value"></span><span class="arrow"></span></span>
        <span class="unusual" hidden>${m.risk.unusual}</span>
        <span class="oxygen"></span>
      </div>
      <div class="vacant"></div>
      <div class="frame"></div>`;
  }

  firstUpdated() {
    const find = (selector) => this.renderRoot.querySelector(selector);
    this.text = Object.fromEntries(['bed', 'who', 'paused', 'nurse', 'vacant', 'oxygen', 'device'].map((name) => [name, new TextSlot(find(`.${name}`))]));
    this.cells = Object.fromEntries(['hr', 'spo2', 'rr', 'bp', 'temp'].map((name) => [name, new NumericCell(find(`.${name}`))]));
    this.bar = new AlarmBar(this.renderRoot);
    this.chip = chipSlots(find('.chip'));
    this.risk = riskSlots(find('.risk'));
    this.unusual = unusualSlots(find('.unusual'));
    this.deviceLook = new AttributeSlot(find('.device'), 'data-look');
    this.state = new AttributeSlot(this, 'data-state');
    this.spoken = new AttributeSlot(this, 'aria-label');
    this.pending && this.paint(this.pending);
  }

  /** @param {TilePaint} view */
  paint(view) {
    if (!this.cells) {
      this.pending = view;
      return;
    }
    const { tile, alarms } = view;
    this.state.set(tile.state);
    this.text.bed.set(tile.bed);
    this.text.who.set(tile.state === 'empty' ? '' : [tile.initials ?? m.unknownPatient, tile.age].filter((part) => part !== null).join(' '));
    this.text.nurse.set(tile.state === 'empty' ? '' : tile.nurse ?? '');
    this.text.paused.set(pauseText(tile, view.now));
    this.text.vacant.set(vacantText(tile));
    this.bar.paint(alarms, view.now, view.timeZone);
    const [top] = alarms;
    flash(this, top && isCalling(top) && top.priority !== 'low' ? top.priority : null);
    this.paintNumerics(view);
    this.paintFoot(view);
    this.spoken.set(spokenOf(tile, alarms));
  }

  paintNumerics({ tile, alarms, now, fresh }) {
    const about = (slot) => alarms.find((alarm) => slotOf(alarm) === slot && alarm.state !== 'latched' && alarm.kind !== 'technical');
    const heart = pick(tile.numerics, 'heart-rate', 'pulse-rate');
    const rate = pick(tile.numerics, 'respiratory-rate');
    const temperature = pick(tile.numerics, 'body-temperature', 'skin-temperature');
    this.heartVital = heart?.vital ?? 'heart-rate';
    this.cells.hr.paint(heart?.label ?? 'HR', shownAs(heart, now, fresh), about('hr'));
    this.cells.spo2.paint('SpO₂', shownAs(pick(tile.numerics, 'spo2'), now, fresh), about('spo2'));
    this.cells.rr.paint(rate?.label ?? 'RR', shownAs(rate, now, fresh), about('rr'));
    this.cells.bp.paint('BP', pressureShownAs(tile.numerics, now, fresh), about('bp'));
    this.cells.temp.paint(temperature?.label ?? 'T', shownAs(temperature, now, fresh), about('temp'));
  }

  paintFoot({ tile, alarms, now, fresh }) {
    this.chip(chip(tile.news2), alarms.find((alarm) => slotOf(alarm) === 'news2' && alarm.state !== 'latched'), fresh);
    this.risk(riskChip(tile.risk, now), fresh);
    this.unusual(riskChip(tile.anomaly, now));
    const oxygen = pick(tile.numerics, 'oxygen-flow');
    const shown = shownAs(oxygen, now, fresh);
    this.text.oxygen.set(oxygen?.value > 0 && shown.state !== 'lost' && shown.state !== 'missing' ? m.oxygen(shown.text) : '');
    this.text.device.set(deviceText(tile.device));
    this.deviceLook.set(deviceLook(tile.device));
  }

  /**
   * Draws the sparklines; costlier than text, so the board calls it seldom.
   * @param {import('./vital-history.js').VitalHistory} history
   * @param {string} bed
   * @param {number} now
   * @param {{hr: string, spo2: string}} colours
   */
  paintSparklines(history, bed, now, colours) {
    const lines = [['hr', this.heartVital ?? 'heart-rate'], ['spo2', 'spo2']];
    for (const [slot, vital] of lines) {
      const canvas = this.renderRoot.querySelector(`.${slot} canvas`);
      if (canvas) {
        drawSparkline(canvas, history.points(bed, vital), { vital, now, colour: colours[slot] });
      }
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    flash(this, null);
  }
}

function chipSlots(root) {
  const hidden = new AttributeSlot(root, 'hidden');
  const title = new AttributeSlot(root, 'title');
  const alarm = new AttributeSlot(root, 'data-alarm');
  const calling = new AttributeSlot(root, 'data-calling');
  const stale = new AttributeSlot(root, 'data-stale');
  const value = new TextSlot(root.querySelector('.value'));
  const marks = new TextSlot(root.querySelector('.marks'));
  const steps = [...root.querySelectorAll('.steps i')].map((node) => new AttributeSlot(node, 'class'));
  return (look, about, fresh) => {
    hidden.set(look ? null : '');
    if (look) {
      title.set(look.title);
      value.set(look.text);
      marks.set(look.marks);
      alarm.set(about?.priority ?? null);
      calling.set(about && isCalling(about) ? '' : null);
      stale.set(fresh ? null : '');
      steps.forEach((step, i) => step.set(i < look.sure ? 'sure' : i < look.possible ? 'possible' : null));
    }
  };
}

function riskSlots(root) {
  const hidden = new AttributeSlot(root, 'hidden');
  const title = new AttributeSlot(root, 'title');
  const high = new AttributeSlot(root, 'data-high');
  const stale = new AttributeSlot(root, 'data-stale');
  const value = new TextSlot(root.querySelector('.value'));
  const arrow = new TextSlot(root.querySelector('.arrow'));
  return (look, fresh) => {
    hidden.set(look ? null : '');
    if (look) {
      title.set(look.title);
      value.set(look.text);
      arrow.set(look.arrow);
      high.set(look.high ? '' : null);
      stale.set(fresh ? null : '');
    }
  };
}

/** Only what is unlike this patient is worth the place on a tile. */
function unusualSlots(root) {
  const hidden = new AttributeSlot(root, 'hidden');
  const title = new AttributeSlot(root, 'title');
  return (look) => {
    hidden.set(look?.high ? null : '');
    title.set(look?.title ?? null);
  };
}

function vacantText(tile) {
  return { empty: m.emptyBed, 'no-device': m.noDevice }[tile.state] ?? '';
}

function deviceText(device) {
  if (!device) {
    return '';
  }
  if (device.connection !== 'online') {
    return m.device[device.connection] ?? device.connection;
  }
  return device.battery === null ? '' : `▮ ${device.battery} %`;
}

/** Trouble is always shown; a good battery only where there is room. */
function deviceLook(device) {
  if (!device || (device.connection === 'online' && (device.battery ?? 100) > LOW_BATTERY)) {
    return 'well';
  }
  return device.connection === 'lost' ? 'trouble' : 'low';
}

function spokenOf(tile, alarms) {
  const alarm = alarms[0] ? `${m.alarm.priority(alarms[0])}: ${alarms[0].text}, ${m.alarm.states[alarms[0].state]}` : '';
  const who = tile.state === 'empty' ? m.emptyBed : [tile.initials, tile.age && m.years(tile.age), tile.nurse].filter(Boolean).join(', ');
  return [m.bed(tile.bed), who, tile.state === 'no-device' ? m.noDevice : '', alarm].filter(Boolean).join(', ');
}

customElements.define('wl-tile', WardTile);
