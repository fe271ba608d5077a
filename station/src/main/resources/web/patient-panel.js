// Everything known of one bed: who, values, score, limits, alarms. Values follow the ward's frames; the rest is asked for.

import { html, LitElement, nothing } from 'lit';
import { read } from './api.js';
import { alarmItem, alarmItemStyle } from './alarm-item.js';
import { isOpen, newestFirst } from './alarm-look.js';
import { age, clockTime, elapsed, unit } from './format.js';
import { m } from './messages.js';
import { news2Style, news2Table } from './news2-table.js';
import { shownAs } from './numeric.js';
import './patient-actions.js';
import { deviceText } from './patient-identity.js';
import { patientStyle } from './patient-style.js';
import { pauseLines, pausesStyle } from './pauses.js';
import { riskSections } from './risk-sections.js';
import { alarmFills, alarmIcons, basics, controls } from './shared-style.js';

const HUES = {
  'heart-rate': 'hr', 'pulse-rate': 'hr', spo2: 'spo2', 'respiratory-rate': 'rr', 'systolic-pressure': 'bp', 'diastolic-pressure': 'bp',
  'mean-pressure': 'bp', 'body-temperature': 'temp', 'skin-temperature': 'temp',
};

/** `<wl-patient>`: dispatches `acknowledge` ({alarm}), `more` ({alarm}), `assign` ({bed}) and `action` ({action}). */
export class PatientPanel extends LitElement {
  static properties = {
    tile: { attribute: false },
    alarms: { attribute: false },
    acknowledger: { attribute: false },
    now: { attribute: false },
    timeZone: { attribute: false },
    ward: { attribute: false },
    session: { attribute: false },
    unassigned: { attribute: false },
    fresh: { type: Boolean },
    average: { attribute: false },
    details: { state: true },
    problem: { state: true },
  };

  static styles = [basics, controls, alarmIcons, alarmFills, alarmItemStyle, patientStyle, pausesStyle, news2Style];

  constructor() {
    super();
    this.alarms = [];
    this.details = null;
    this.problem = null;
  }

  willUpdate() {
    const sequence = this.alarms.map((alarm) => `${alarm.id}/${alarm.seq}`).join(' ');
    if (this.askedAbout !== this.tile?.patientRef) {
      this.askedAbout = this.tile?.patientRef;
      this.details = null;
    }
    if (this.tile?.patientRef && (this.details === null || sequence !== this.sequence) && !this.asking) {
      this.sequence = sequence;
      this.ask(this.tile.patientRef);
    }
  }

  async ask(patientRef) {
    this.asking = true;
    try {
      const details = await read(`/api/v1/patients/${encodeURIComponent(patientRef)}`);
      if (patientRef === this.tile?.patientRef) {
        this.details = details;
        this.problem = null;
      }
    } catch (problem) {
      this.details ??= { alarms: [], limits: [] };
      this.problem = problem;
    } finally {
      this.asking = false;
    }
  }

  render() {
    const { tile } = this;
    if (!tile) {
      return nothing;
    }
    if (tile.state === 'empty') {
      return html`<p class="nothing">${m.panel.emptyBed}</p>${this.renderActions()}`;
    }
    return html`
      ${this.renderIdentity()}
      ${pauseLines(tile, this.now, this.timeZone)}
      ${this.renderOpenAlarms()}
      <section><h3>${m.panel.vitals}</h3>${tile.numerics.length ? this.renderVitals() : html`<p class="nothing">${m.panel.noVitals}</p>`}</section>
      <section><h3>${m.news2.name}</h3>${news2Table(tile.news2)}</section>
      ${riskSections(tile, this.average, this.now)}
      ${this.problem ? html`<p class="problem" role="alert">${this.problem.message}
        <button @click=${() => this.ask(tile.patientRef)}>${m.failure.retry}</button></p>` : nothing}
      <section><h3>${m.panel.limits}</h3>${this.renderLimits()}</section>
      <section><h3>${m.panel.log}</h3>${this.renderLog()}</section>`;
  }

  renderIdentity() {
    const { tile } = this;
    return html`<div class="identity">
      <p class="who"><b>${tile.initials ?? m.unknownPatient}</b> ${tile.age === null ? '' : m.years(tile.age)}
        ${tile.spo2Scale ? html`<span class="badge" data-scale=${tile.spo2Scale}>${m.news2.scale(tile.spo2Scale)}</span>` : nothing}</p>
      <dl>
        <dt>${m.panel.nurse}</dt><dd>${tile.nurse ?? m.noNurse}</dd>
        <dt>${m.panel.device}</dt><dd>${tile.device ? deviceText(tile.device) : html`${m.noDevice}
          <button @click=${() => this.tell('assign', { bed: tile.bed })}>${m.assign.title}</button>`}</dd>
        ${tile.careProfile ? html`<dt>${m.panel.profile}</dt><dd>${tile.careProfile.replaceAll('-', ' ')}</dd>` : nothing}
      </dl>
      <p class="actions"><a href="/patient?bed=${encodeURIComponent(tile.bed)}" title=${m.trends.openKey}>${m.trends.open}</a></p>
      ${this.renderActions()}
    </div>`;
  }

  renderActions() {
    return html`<wl-patient-actions .tile=${this.tile} .ward=${this.ward} .session=${this.session} .unassigned=${this.unassigned}
      @action=${(event) => this.tell('action', event.detail)}></wl-patient-actions>`;
  }

  renderOpenAlarms() {
    if (this.alarms.length === 0) {
      return nothing;
    }
    return html`<section><h3>${m.panel.openAlarms}</h3><ul>${this.alarms.map((alarm) => alarmItem(alarm, {
      now: this.now, timeZone: this.timeZone, attempt: this.acknowledger?.attempt(alarm.id), withoutBed: true,
      onAcknowledge: () => this.tell('acknowledge', { alarm }), onMore: () => this.tell('more', { alarm }),
    }))}</ul></section>`;
  }

  renderVitals() {
    const columns = m.panel.table;
    return html`<table class="vitals">
      <thead><tr><th>${columns.vital}</th><th class="number">${columns.value}</th><th>${columns.method}</th>
        <th class="number">${columns.age}</th><th class="number">${columns.quality}</th></tr></thead>
      <tbody>${this.tile.numerics.map((numeric) => this.renderVital(numeric))}</tbody></table>`;
  }

  renderVital(numeric) {
    const shown = shownAs(numeric, this.now, this.fresh);
    const flags = (numeric.flags ?? []).map((flag) => flag.replaceAll('-', ' ')).join(', ');
    const hasUnit = shown.state === 'live' || shown.state === 'stale';
    return html`<tr data-state=${shown.state} ?data-suppressed=${shown.suppressed}>
      <th scope="row" class=${HUES[numeric.vital] ?? ''} title=${m.vitalName(numeric.vital)}>${numeric.label}</th>
      <td class="number ${HUES[numeric.vital] ?? ''}"><span class="value">${shown.poor ? '~' : ''}${shown.text}</span>
        <small>${hasUnit && numeric.code === null ? unit(numeric.unit) : ''}</small></td>
      <td>${numeric.method ? m.method(numeric.method) : ''}</td>
      <td class="number">${numeric.time === null ? m.numeric.never : age(this.now - numeric.time)}</td>
      <td class="number" title=${flags}>${numeric.quality === null ? '' : `${numeric.quality} %`}${flags ? html`<small>${flags}</small>` : nothing}</td>
    </tr>`;
  }

  renderLimits() {
    if (!this.details) {
      return html`<p class="nothing">${m.panel.loading}</p>`;
    }
    if (!this.details.limits?.length) {
      return html`<p class="nothing">${m.panel.noLimits}</p>`;
    }
    return html`<table><tbody>${this.details.limits.map((limit) => html`<tr title=${limit.source ?? ''}>
      <th scope="row">${limit.label}</th>
      <td>${limit.levels.map((level) => html`<span class="limit"><i class="icon" data-tone=${level.priority}></i>
        ${m.panel.limitText(limit.side, level.threshold)}
        <small>${level.delayMs > 0 ? elapsed(level.delayMs) : m.panel.noDelay}</small></span>`)}</td></tr>`)}</tbody></table>`;
  }

  renderLog() {
    if (!this.details) {
      return html`<p class="nothing">${m.panel.loading}</p>`;
    }
    const alarms = [...(this.details.alarms ?? [])].sort(newestFirst);
    if (alarms.length === 0) {
      return html`<p class="nothing">${m.panel.noLog}</p>`;
    }
    return html`<ol class="log">${alarms.map((alarm) => this.renderLogged(alarm))}</ol>`;
  }

  renderLogged(alarm) {
    const at = (time) => clockTime(time, this.timeZone);
    const steps = [
      `${m.panel.logged.raised} ${at(alarm.raised)}`,
      alarm.acknowledgedAt === null ? '' : m.alarm.acknowledgedBy(alarm.acknowledgedBy ?? '', at(alarm.acknowledgedAt)),
      alarm.ended === null ? '' : `${m.panel.logged.ended} ${at(alarm.ended)}`,
    ];
    return html`<li class=${isOpen(alarm) ? 'open' : ''}>
      <span><span class="marks">${alarm.marks}</span> ${alarm.text}</span>
      <small>${steps.filter(Boolean).join(' · ')}</small>
      ${alarm.deciding ? html`<small>${m.panel.decided(alarm.deciding)}</small>` : nothing}</li>`;
  }

  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

customElements.define('wl-patient', PatientPanel);
