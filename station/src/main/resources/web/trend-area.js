// The trends on the page of a patient: range, charts or table, and every state they can be in.

import { html, nothing } from 'lit';
import { chartedList } from './charted-list.js';
import { clockTime } from './format.js';
import { m } from './messages.js';
import { RANGES } from './trend-source.js';
import './trend-charts.js';
import './trend-table.js';

const SKELETONS = 5;

/**
 * @param {import('./patient.js').PatientPage} page
 * @param {unknown} models what models say, below the charts
 */
export function trendArea(page, models) {
  const { trends: source } = page;
  return html`<section class="trends" aria-busy=${source.status === 'loading'}>
    ${bar(page)}
    ${trouble(page)}
    ${source.trends ? content(page) : source.status === 'loading' ? skeleton() : nothing}
    <div class="models">${models}</div>
    ${chartedList(page)}
  </section>`;
}

function bar(page) {
  const { trends: source } = page;
  return html`<div class="bar">
    <h2>${m.trends.title}</h2>
    <div class="ranges" role="group" aria-label=${m.trends.rangeLabel}>${RANGES.map(({ hours }) => html`<button aria-pressed=${hours === source.range.hours}
      class=${hours === source.range.hours ? 'primary' : ''} @click=${() => source.choose(hours)}>${m.trends.range(hours)}</button>`)}</div>
    <button aria-pressed=${page.asTable} @click=${() => { page.asTable = !page.asTable; }}>${page.asTable ? m.trends.charts : m.trends.table}</button>
    ${source.trends ? html`<a href=${source.csvPath(false)} download>${m.trends.csv}</a>
      <a href=${source.csvPath(true)} download title=${m.trends.csvTitle}>${m.trends.csvPseudonymised}</a>` : nothing}
  </div>`;
}

/** What is wrong, and that the charts below it, if any, are old. */
function trouble(page) {
  const { status, problem, trends } = page.trends;
  if (status !== 'unavailable' && status !== 'failed') {
    return nothing;
  }
  const old = trends ? m.trends.old(clockTime(trends.serverTime, page.feed.state.ward?.timeZone)) : '';
  return html`<p class="problem" role="status"><b>${status === 'unavailable' ? m.trends.unavailable : m.trends.failed}</b> ${problem.message} ${old}
    ${problem.reference ? html`<code>${m.failure.reference(problem.reference)}</code>` : nothing}
    <button @click=${() => page.trends.schedule(0)}>${m.failure.retry}</button></p>`;
}

function content(page) {
  const { trends, limits, charted, status } = page.trends;
  const timeZone = page.feed.state.ward?.timeZone;
  if (status === 'empty') {
    return html`<section class="message"><h2>${m.trends.emptyTitle}</h2><p>${m.trends.emptyText}</p></section>`;
  }
  return page.asTable
    ? html`<wl-trend-table .trends=${trends} .timeZone=${timeZone}></wl-trend-table>`
    : html`<wl-trend-charts .trends=${trends} .limits=${limits} .charted=${charted} .numerics=${page.tile.numerics} .timeZone=${timeZone}></wl-trend-charts>
      ${legend()}`;
}

function legend() {
  return html`<ul class="legend">
    ${m.trends.legend.map(([look, text]) => html`<li><i class="swatch" data-look=${look}></i>${text}</li>`)}
    ${m.trends.marks.map(([tone, text]) => html`<li><i class="mark" data-tone=${tone}></i>${text}</li>`)}</ul>`;
}

function skeleton() {
  return html`<p class="quiet" role="status">${m.trends.loading}</p>${Array.from({ length: SKELETONS }, () => html`<div class="skeleton"></div>`)}`;
}
