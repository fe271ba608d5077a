// Trends as a table, for reading and for copying into a note.

import { css, html, LitElement, nothing } from 'lit';
import { unit } from './format.js';
import { m } from './messages.js';
import { basics, controls } from './shared-style.js';
import { bandOf, tableOf, tableText } from './trend-table-rows.js';
import { dayAndTime } from './ward-time.js';

const ROWS = [15, 60];
const SAID_MS = 3_000;

/** `<wl-trend-table>` */
export class TrendTable extends LitElement {
  static properties = {
    trends: { attribute: false }, timeZone: { attribute: false },
    minutes: { state: true }, said: { state: true },
  };

  static styles = [basics, controls, css`
    :host { display: grid; gap: 8px; }
    .bar { display: flex; align-items: center; gap: 8px; }
    .scroll { overflow-x: auto; border-radius: 8px; background: var(--tile); }
    table { border-collapse: collapse; font-size: 14px; user-select: text; }
    caption { text-align: left; padding: 6px 12px; color: var(--dim); font-size: 12px; }
    th, td { padding: 3px 12px; text-align: right; white-space: nowrap; font-weight: 400; }
    th:first-child { text-align: left; }
    thead th { color: var(--dim); font-size: 12px; vertical-align: bottom; border-bottom: 1px solid var(--line); }
    tbody tr + tr > * { border-top: 1px solid var(--line); }
    td[data-band='high'] { background: var(--high); color: var(--high-ink); font-weight: 700; }
    td[data-band='medium'] { background: var(--medium); color: var(--medium-ink); font-weight: 700; }
  `];

  constructor() {
    super();
    this.minutes = ROWS[0];
    this.said = '';
  }

  render() {
    if (!this.trends) {
      return nothing;
    }
    const table = tableOf(this.trends, this.minutes * 60_000);
    return html`<div class="bar">
        ${ROWS.map((minutes) => html`<button aria-pressed=${minutes === this.minutes} class=${minutes === this.minutes ? 'primary' : ''}
          @click=${() => { this.minutes = minutes; }}>${m.trends.rows(minutes)}</button>`)}
        <button @click=${() => this.copy(table)}>${m.trends.copy}</button><span role="status">${this.said}</span></div>
      <div class="scroll" tabindex="0" role="region" aria-label=${m.trends.tableCaption}><table>
        <caption>${m.trends.tableCaption}</caption>
        <thead><tr><th scope="col">${m.trends.time}</th>
          ${table.columns.map((column) => html`<th scope="col">${column.label}${column.method ? html`<br />${m.method(column.method)}` : nothing}<br />${unit(column.unit)}</th>`)}
          <th scope="col">${m.trends.news2}</th></tr></thead>
        <tbody>${table.rows.map((row) => html`<tr><th scope="row">${dayAndTime(row.time, this.timeZone)}</th>
          ${row.cells.map((cell) => html`<td>${cell}</td>`)}
          <td data-band=${bandOf(row.news2)}>${row.news2?.text ?? ''}</td></tr>`)}</tbody></table></div>`;
  }

  async copy(table) {
    try {
      await navigator.clipboard.writeText(tableText(table, (time) => dayAndTime(time, this.timeZone)));
      this.said = m.trends.copied;
    } catch {
      this.said = m.trends.copyFailed;
    }
    setTimeout(() => { this.said = ''; }, SAID_MS);
  }
}

customElements.define('wl-trend-table', TrendTable);
