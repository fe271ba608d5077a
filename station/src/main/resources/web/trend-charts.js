// The charts of a patient, one below the other under one cursor; what they say at the cursor stands in their headings.

import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import './chart-canvas.js';
import { Crosshair } from './crosshair.js';
import { unit } from './format.js';
import { m } from './messages.js';
import { news2Plot, SILENCE_MS } from './news2-plot.js';
import { pick } from './numeric.js';
import { basics } from './shared-style.js';
import { DASHES, groupsOf } from './trend-groups.js';
import { alarmMarks, interventionMarks } from './trend-marks.js';
import { bucketAt, newestFor } from './trend-points.js';
import { scoreText } from './trend-table-rows.js';
import { vitalPlot } from './vital-plot.js';
import { dayAndTime } from './ward-time.js';

/** `<wl-trend-charts>`: arrow keys move the cursor by one bucket, with Shift by ten. */
export class TrendCharts extends LitElement {
  static properties = {
    trends: { attribute: false }, limits: { attribute: false }, charted: { attribute: false },
    numerics: { attribute: false }, timeZone: { attribute: false },
    theme: { state: true },
  };

  static styles = [basics, css`
    :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: 8px; }
    :host(:focus-visible) { outline: var(--focus); outline-offset: -2px; border-radius: 8px; }
    article { padding: 6px 6px 2px; border-radius: 8px; background: var(--tile); contain: content; }
    header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 2px 14px; padding: 0 6px; min-height: 22px; }
    h3 { font-size: 14px; }
    .readout { display: inline-flex; align-items: baseline; gap: 6px; }
    .readout svg { align-self: center; }
    .readout b { font-size: 15px; }
    .readout small, .usual, .unit { color: var(--dim); font-size: 12px; }
    .usuals { display: flex; flex-wrap: wrap; gap: 0 12px; margin-left: auto; }
    .plot { height: 96px; min-width: 0; overflow: hidden; }
    .at { min-height: 20px; color: var(--dim); font-size: 13px; }
  `];

  constructor() {
    super();
    this.limits = [];
    this.charted = [];
    this.numerics = [];
    this.cards = [];
    this.theme = 0;
    this.crosshair = new Crosshair();
    this.crosshair.addEventListener('move', () => this.requestUpdate());
    this.tabIndex = 0;
    this.setAttribute('role', 'group');
    this.setAttribute('aria-label', `${m.trends.title}. ${m.trends.keys}`);
    this.addEventListener('keydown', (event) => this.onKey(event));
    this.onTheme = () => { this.theme += 1; };
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener('theme-changed', this.onTheme);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('theme-changed', this.onTheme);
  }

  /** Plots are made only when what they show has changed, not at every move of the cursor. */
  willUpdate(changed) {
    if (this.trends && ['trends', 'limits', 'charted', 'theme'].some((name) => changed.has(name))) {
      this.cards = groupsOf(this.trends.series).map((group) => ({ group, plot: this.plotOf(group) }));
      this.news2 = news2Plot(this.trends, this.timeZone);
    }
  }

  /** Alarms stand in the chart of what they were about; what was done concerns all. */
  plotOf(group) {
    const own = this.trends.alarms.filter((alarm) => group.series.some((series) => series.vital === alarm.vital));
    const marks = [...alarmMarks(own, this.timeZone), ...interventionMarks(this.charted, this.timeZone)];
    return vitalPlot(group, { trends: this.trends, limits: this.limits, numerics: this.numerics, marks, timeZone: this.timeZone });
  }

  render() {
    if (!this.trends) {
      return nothing;
    }
    const { time } = this.crosshair;
    return html`
      <p class="at" role="status">${time === null ? m.trends.keys : m.trends.cursor(dayAndTime(time, this.timeZone))}</p>
      ${repeat(this.cards, ({ group }) => group.id, ({ group, plot }) => html`<article>
        <header><h3>${m.trends.groups[group.id] ?? m.vitalName(group.id)}</h3><span class="unit">${unit(group.series[0].unit)}</span>
          ${group.series.map((series, i) => this.readout(series, DASHES[i % DASHES.length], group))}${this.usual(group)}</header>
        <div class="plot"><wl-chart .plot=${plot} .crosshair=${this.crosshair}></wl-chart></div></article>`)}
      ${this.trends.scores.length ? html`<article class="news2"><header><h3>${m.trends.news2}</h3>${this.score()}</header>
        <div class="plot"><wl-chart .plot=${this.news2} .crosshair=${this.crosshair}></wl-chart></div></article>` : nothing}`;
  }

  /** At the cursor, or without one the newest bucket, unless it is too old to be read as now. */
  readout(series, dash, group) {
    const { stepMs, serverTime } = this.trends;
    const newest = series.points.at(-1)[0];
    const recent = serverTime - newest <= newestFor(stepMs, pick(this.numerics, series.vital)) ? newest : -Infinity;
    const bucket = bucketAt(series.points, this.crosshair.time ?? recent, stepMs);
    const text = (value) => value.toFixed(series.decimals);
    const named = group.series.length > 1 || series.method === 'manual';
    return html`<span class="readout">
      ${named ? html`<svg width="26" height="4" aria-hidden="true"><line x1="0" y1="2" x2="26" y2="2" stroke="var(${group.hue})" stroke-width="2"
        stroke-dasharray=${dash.join(' ')} /></svg><small>${series.label}${series.method ? ` ${m.method(series.method)}` : ''}</small>` : nothing}
      ${bucket ? html`<b>${text(bucket.mean)}</b>
        ${bucket.min === bucket.max ? nothing : html`<small>${m.trends.between(text(bucket.min), text(bucket.max))}</small>`}
        ${bucket.late ? html`<small>${m.trends.late}</small>` : nothing}` : html`<small>${m.trends.nothing}</small>`}</span>`;
  }

  usual(group) {
    const decimals = group.series[0].decimals;
    const all = this.trends.usual.filter((each) => group.series.some((series) => series.vital === each.vital));
    return html`<span class="usuals">${all.map((each) => html`<span class="usual" title=${m.trends.usualTitle(each.readings)}>${all.length > 1 ? `${labelOf(group, each.vital)} ` : ''}
      ${m.trends.usual(each.low.toFixed(decimals), each.high.toFixed(decimals))}</span>`)}</span>`;
  }

  score() {
    const { time } = this.crosshair;
    const { scores, stepMs, serverTime } = this.trends;
    const run = scores.findLast((each) => each.time <= (time ?? serverTime) && (time ?? serverTime) <= each.until + SILENCE_MS + stepMs);
    if (!run || run.lower === null) {
      return html`<span class="readout"><small>${run?.unavailable ?? m.trends.noScore}</small></span>`;
    }
    return html`<span class="readout"><b>${scoreText(run)}</b> <small>${m.news2.band(run.bandLower, run.bandUpper)}
      ${['missing', 'stale'].map((kind) => (run[kind].length ? ` · ${m.news2[kind](run[kind].map(m.vitalName).join(', '))}` : ''))}</small></span>`;
  }

  onKey(event) {
    const direction = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (direction && this.trends) {
      event.preventDefault();
      const { from, to, stepMs } = this.trends;
      const next = (this.crosshair.time ?? to) + direction * stepMs * (event.shiftKey ? 10 : 1);
      this.crosshair.moveTo(Math.min(to, Math.max(from, next)));
    }
  }
}

function labelOf(group, vital) {
  return group.series.find((series) => series.vital === vital).label;
}

customElements.define('wl-trend-charts', TrendCharts);
