// The models of a patient, one section each, for the side panel and for the page of the patient.

import { html, nothing } from 'lit';
import { m } from './messages.js';
import './risk-panel.js';

/**
 * @param {import('./types.js').Tile} tile
 * @param {number|null} average of the ward
 * @param {number} now
 */
export function riskSections(tile, average, now) {
  if (!tile.risk && !tile.anomaly) {
    return nothing;
  }
  return html`
    ${tile.risk ? html`<section><h3>${m.risk.short}</h3>
      <wl-risk .score=${tile.risk} .patientRef=${tile.patientRef} .average=${average} .now=${now} withTrend></wl-risk></section>` : nothing}
    ${tile.anomaly ? html`<section><h3>${m.risk.anomaly}</h3>
      <wl-risk .score=${tile.anomaly} .patientRef=${tile.patientRef} .now=${now}></wl-risk></section>` : nothing}`;
}
