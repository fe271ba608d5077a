// What a model says of one patient, why, and how it came to be: the last hours with the ward's average, and at most four reasons.

import { css, html, LitElement, nothing } from 'lit';
import { read } from './api.js';
import { m } from './messages.js';
import { isLost, percent, reasonText } from './risk-look.js';
import { drawRiskTrend } from './risk-trend.js';
import { basics } from './shared-style.js';

const HOURS = 12;
const ASK_AGAIN_MS = 60_000;

/** `<wl-risk>`: one model's score. */
export class RiskPanel extends LitElement {
  static properties = {
    score: { attribute: false },
    patientRef: { attribute: false },
    average: { attribute: false },
    now: { attribute: false },
    withTrend: { type: Boolean },
    history: { state: true },
  };

  static styles = [basics, css`
    .score { display: flex; align-items: baseline; gap: 8px; margin: 0 0 4px; flex-wrap: wrap; }
    .score b { font-size: 30px; line-height: 1.1; }
    .score b[data-high] { padding: 0 6px; border-radius: 5px; background: var(--medium); color: var(--medium-ink); }
    .score .arrow { font-size: 20px; }
    .score span, small, .foot { color: var(--dim); }
    canvas { width: 100%; height: 84px; display: block; margin: 4px 0; }
    ul { list-style: none; margin: 6px 0; padding: 0; display: grid; gap: 4px; font-size: 13px; }
    li { display: grid; grid-template-columns: minmax(11em, auto) 1fr; gap: 10px; align-items: center; }
    .bar { height: 10px; border-radius: 3px; background: var(--medium-frame); justify-self: start; min-width: 3px; }
    .bar[data-lowers] { background: none; border: 1px solid var(--dim); }
    .foot, small { font-size: 12px; margin: 4px 0 0; display: block; overflow-wrap: anywhere; }
    .none, .degraded { font-size: 13px; margin: 4px 0; }
    .degraded { color: var(--low-text); font-weight: 600; }
  `];

  constructor() {
    super();
    this.history = null;
  }

  willUpdate() {
    const about = `${this.patientRef} ${this.score?.id}`;
    if (about !== this.askedAbout) {
      this.history = null;
    }
    if (this.withTrend && this.score && (about !== this.askedAbout || this.now - this.askedAt > ASK_AGAIN_MS)) {
      this.askedAbout = about;
      this.askedAt = this.now;
      this.ask(about);
    }
  }

  async ask(about) {
    try {
      const history = await read(
        `/api/v1/patients/${encodeURIComponent(this.patientRef)}/scores/${encodeURIComponent(this.score.id)}?hours=${HOURS}`);
      if (about === this.askedAbout) {
        this.history = history;
      }
    } catch {
      // Without a trend store there is no trend; the score itself does not need one.
      this.history = null;
    }
  }

  updated() {
    const canvas = this.renderRoot.querySelector('canvas');
    if (canvas && this.history) {
      drawRiskTrend(canvas, this.history, { average: this.average, threshold: this.score.threshold });
    }
  }

  render() {
    const { score } = this;
    if (!score) {
      return html`<p class="none">${m.risk.nothing}</p>`;
    }
    const lost = isLost(score, this.now);
    return html`
      <p class="score"><b ?data-high=${score.high && !lost}>${lost ? '--' : score.text}</b>
        ${lost || !score.trend ? nothing : html`<span class="arrow" title=${m.risk.trends[score.trend]}>${m.risk.arrows[score.trend]}</span>`}
        <span>${score.title}${this.average === null || this.average === undefined ? '' : ` · ${m.risk.average(percent(this.average))}`}</span></p>
      ${lost ? html`<p class="none">${m.risk.lost(score.title)}</p>` : score.unavailable ? html`<p class="none">${score.unavailable}</p>` : nothing}
      ${score.degraded ? html`<p class="degraded">${m.risk.degraded}</p>` : nothing}
      ${this.history?.runs.length ? html`<canvas width="720" height="168" role="img" aria-label=${m.risk.trendLabel(HOURS)}></canvas>` : nothing}
      ${score.value === null || lost ? nothing : this.renderReasons()}
      <p class="foot">${this.footer()}</p>`;
  }

  renderReasons() {
    const { reasons } = this.score;
    if (reasons.length === 0) {
      return html`<p class="none">${m.risk.asUsual}</p>`;
    }
    const most = Math.max(...reasons.map((reason) => Math.abs(reason.contribution)));
    return html`<ul>${reasons.map((reason) => html`<li><span>${reasonText(reason)}</span>
      <i class="bar" ?data-lowers=${reason.contribution < 0} style=${`width: ${(100 * Math.abs(reason.contribution)) / most}%`}
        title=${m.risk.contribution(reason.contribution > 0, Math.abs(reason.contribution))}></i></li>`)}</ul>
      <small>${m.risk.how}</small>`;
  }

  footer() {
    const { score } = this;
    const completeness = score.completeness === null ? '' : m.risk.completeness(Math.round(100 * score.completeness));
    return [score.policy, score.hash.slice(0, 12), completeness, score.shadow ? m.risk.shadow : m.risk.advises].filter(Boolean).join(' · ');
  }
}

/** `<wl-model-banner>`: names the models that are degraded, and what still runs. */
export class ModelBanner extends LitElement {
  static properties = { titles: { attribute: false } };

  static styles = [basics, css`
    div { padding: 5px 14px; background: var(--low); color: var(--low-ink); font-weight: 600; text-align: center; }
  `];

  render() {
    return this.titles?.length ? html`<div role="status">${m.risk.banner(this.titles.join(', '))}</div>` : nothing;
  }
}

customElements.define('wl-risk', RiskPanel);
customElements.define('wl-model-banner', ModelBanner);
