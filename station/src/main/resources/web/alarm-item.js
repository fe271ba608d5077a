// One alarm in a list: what, where, since when, who was asked, and the Acknowledge button.

import { css, html, nothing } from 'lit';
import { heldUntil, isUnacknowledged, tone } from './alarm-look.js';
import { clockTime, elapsed } from './format.js';
import { m } from './messages.js';

/**
 * @typedef {object} ItemContext
 * @property {number} now
 * @property {string|undefined} timeZone
 * @property {import('./acknowledger.js').Attempt|undefined} attempt
 * @property {boolean} [withoutBed] leave the bed out, where it is plain
 * @property {(event: Event, alarm: import('./types.js').Alarm) => void} onAcknowledge
 * @property {(bed: string) => void} [onOpen]
 * @property {(alarm: import('./types.js').Alarm) => void} [onMore] what else may be said about it
 */

/**
 * @param {import('./types.js').Alarm} alarm
 * @param {ItemContext} context
 */
export function alarmItem(alarm, context) {
  return html`<li class="item ${alarm.state}" data-bed=${alarm.bed} data-rule=${alarm.rule}>
    <div class="title fill" data-tone=${tone(alarm)} data-state=${alarm.state}>
      <i class="icon" data-tone=${tone(alarm)}></i>
      ${context.withoutBed ? nothing : !alarm.bed ? html`<span class="where">${m.bed('')}</span>` : html`<button class="plain where" tabindex="-1" @click=${() => context.onOpen?.(alarm.bed)}>${m.bed(alarm.bed)}</button>`}
      <span class="what"><span class="marks">${alarm.marks}</span> ${alarm.text}</span>
    </div>
    <div class="facts">
      <div><span class="when">${whenText(alarm, context)}</span> <span class="asked">${askedText(alarm, context)}</span></div>
      ${isUnacknowledged(alarm) ? answers(alarm, context) : nothing}
    </div>
    ${context.attempt?.problem ? problemText(context.attempt.problem) : nothing}
  </li>`;
}

function answers(alarm, context) {
  return html`<span class="answers">${context.onMore ? html`<button class="plain more" title=${m.alarm.more(alarm)} aria-label=${m.alarm.more(alarm)}
      @click=${() => context.onMore(alarm)}>…</button>` : nothing}${acknowledgeButton(alarm, context)}</span>`;
}

function acknowledgeButton(alarm, { attempt, onAcknowledge }) {
  return html`<button class="acknowledge" ?disabled=${attempt?.busy} aria-label=${m.alarm.acknowledgeBed(alarm.bed, alarm.text)}
    @click=${(event) => onAcknowledge(event, alarm)}>${attempt?.busy ? m.alarm.sending : m.alarm.acknowledge}</button>`;
}

/** @param {import('./api.js').Problem} problem */
export function problemText(problem) {
  return html`<p class="problem" role="alert">${m.alarm.failed(problem.message)}
    ${problem.reference ? html`<br /><code>${m.failure.reference(problem.reference)}</code>` : nothing}</p>`;
}

function whenText(alarm, { now, timeZone }) {
  const raised = clockTime(alarm.raised, timeZone);
  if (alarm.state === 'active-acknowledged') {
    return m.alarm.acknowledgedBy(alarm.acknowledgedBy ?? '', clockTime(alarm.acknowledgedAt, timeZone));
  }
  if (alarm.state === 'latched') {
    return `${raised} · ${m.alarm.ended(elapsed(now - (alarm.ended ?? now)))}`;
  }
  if (alarm.state === 'closed') {
    const by = alarm.acknowledgedBy ? m.alarm.acknowledgedBy(alarm.acknowledgedBy, clockTime(alarm.acknowledgedAt, timeZone)) : m.alarm.states.closed;
    return `${raised} · ${by}`;
  }
  return `${raised} · ${elapsed(now - alarm.raised)}${alarm.inputStale ? ` · ${m.alarm.inputStale}` : ''}`;
}

/** Whose turn it is, or why it is nobody's. */
function askedText(alarm, { now, timeZone }) {
  if (!isUnacknowledged(alarm)) {
    return '';
  }
  const { state, acceptedBy, acceptedAt, heldBecause, audioPausedUntil } = alarm.responsibility;
  const held = heldUntil(alarm, now);
  const silent = audioPausedUntil > now ? `${m.alarm.silent(elapsed(audioPausedUntil - now))} · ` : '';
  if (held !== null) {
    return m.alarm.held(heldBecause ?? '', elapsed(held - now));
  }
  if (acceptedBy) {
    return silent + m.alarm.goes(acceptedBy, clockTime(acceptedAt, timeZone, false));
  }
  return silent + (state === 'exhausted' ? m.alarm.exhausted : turnText(alarm, now));
}

function turnText(alarm, now) {
  if (!alarm.recipient) {
    return '';
  }
  const next = alarm.nextEscalation === null || alarm.state === 'latched' ? ''
    : alarm.nextEscalation <= now ? ` · ${m.alarm.nextNow}` : ` · ${m.alarm.next(elapsed(alarm.nextEscalation - now))}`;
  const receipt = alarm.responsibility.state === 'sent' ? ` · ${m.alarm.noReceipt}` : '';
  return `${m.alarm.asked(alarm.recipient, alarm.level)}${receipt}${next}`;
}

export const alarmItemStyle = css`
  .item { display: grid; gap: 4px; padding: 0 0 8px; }
  .title { display: flex; align-items: center; gap: 7px; padding: 5px 8px; border-radius: 5px; font-weight: 600; line-height: 1.25; }
  .title .where { min-height: 0; padding: 0; border: 0; color: inherit; font-weight: 700; font-size: 15px; }
  .title .where:hover { text-decoration: underline; }
  .title .what { overflow-wrap: anywhere; }
  .item.active-acknowledged .title { font-weight: 400; }
  .item.closed .title { background: none; color: var(--dim); padding: 2px 0; box-shadow: none; font-weight: 400; }
  .item.closed { padding-bottom: 4px; gap: 0; }
  .facts { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; color: var(--dim); font-size: 12px; padding: 0 2px; }
  .facts div { flex: 1 1 110px; min-width: 0; }
  .facts span { display: block; overflow-wrap: anywhere; }
  .facts .asked { color: var(--text); }
  .answers { display: flex; flex: none; gap: 4px; margin-left: auto; }
  .more { width: 30px; padding: 0; font-weight: 700; }
  .acknowledge { flex: none; padding: 0 10px; font-size: 13px; font-weight: 600; color: var(--text); border-color: var(--dim); }
  .acknowledge:disabled { color: var(--dim); }
`;
