// One alarm on the pager: the newest page in full, the earlier ones as the steps that led to it.

import { html, nothing } from 'lit';
import { problemText } from './alarm-item.js';
import { isUnacknowledged, tone } from './alarm-look.js';
import { clockTime, elapsed } from './format.js';
import { m } from './messages.js';

/**
 * @param {import('./pager-state.js').PageGroup} group
 * @param {{now: number, timeZone: string|undefined, attempt: import('./acknowledger.js').Attempt|undefined,
 *     onAcknowledge: (alarm: import('./types.js').Alarm) => void}} context
 */
export function pageGroup(group, context) {
  const [latest, ...earlier] = group.pages;
  const { alarm } = group;
  const open = !alarm || isUnacknowledged(alarm);
  const state = alarm?.state ?? 'active-unacknowledged';
  const look = tone(alarm ?? latest);
  const at = (time) => clockTime(time, context.timeZone);
  return html`<li class="page ${open ? 'open' : 'done'}">
    <div class="head fill" data-tone=${look} data-state=${state}>
      <i class="icon" data-tone=${look}></i><b>${m.bed(latest.bed)}</b><span>${latest.ward}</span>
      <span class="level">${m.pager.level(latest.level)}</span>
    </div>
    <p class="text"><span class="marks">${latest.marks}</span> ${alarm?.text ?? latest.text}</p>
    <p class="to">${latest.role} · <b>${latest.recipient}</b></p>
    ${earlier.length
      ? html`<ol class="steps" aria-label=${m.pager.escalated}>${[...group.pages].reverse().map((page) => step(page, at))}</ol>`
      : html`<p class="facts">${m.pager.received(at(latest.receivedAt))}${latency(latest)}</p>`}
    ${open ? acknowledge(group, context) : html`<p class="seen">${seenText(alarm, at)}</p>`}
    ${state === 'latched' ? html`<p class="facts">${m.alarm.ended(elapsed(context.now - (alarm.ended ?? context.now)))}</p>` : nothing}
    ${open && alarm?.nextEscalation ? html`<p class="facts">${nextText(alarm, context.now)}</p>` : nothing}
    ${context.attempt?.problem ? problemText(context.attempt.problem) : nothing}
    ${latest.deciding ? html`<p class="small">${m.pager.decided(latest.deciding, at(latest.deciding.deviceTime))}</p>` : nothing}
  </li>`;
}

function acknowledge(group, { attempt, onAcknowledge }) {
  const [latest] = group.pages;
  const alarm = group.alarm ?? { id: group.alarmId, bed: latest.bed, marks: latest.marks, text: latest.text };
  return html`<button class="primary acknowledge" ?disabled=${attempt?.busy} aria-label=${m.alarm.acknowledgeBed(latest.bed, latest.text)}
    @click=${() => onAcknowledge(alarm)}>${attempt?.busy ? m.alarm.sending : m.alarm.acknowledge}</button>`;
}

function step(page, at) {
  return html`<li><span>${at(page.receivedAt)}</span> <b>${m.pager.level(page.level)}</b> ${page.recipient}${latency(page)}${repeat(page)}</li>`;
}

/** From the reading to the page; a later page waits on purpose, so its time says nothing about speed. */
function latency(page) {
  if (page.sensorToPageMs === null) {
    return '';
  }
  return ` · ${page.level > 1 || page.repeat > 0 ? m.pager.later(page.sensorToPageMs) : m.pager.latency(page.sensorToPageMs)}`;
}

function repeat(page) {
  return page.repeat > 0 ? ` · ${m.pager.repeat(page.repeat)}` : '';
}

function seenText(alarm, at) {
  return alarm.acknowledgedBy
    ? `${m.alarm.acknowledgedBy(alarm.acknowledgedBy, at(alarm.acknowledgedAt))}${alarm.state === 'closed' ? ` · ${m.alarm.states.closed}` : ''}`
    : m.alarm.states[alarm.state];
}

function nextText(alarm, now) {
  return alarm.nextEscalation <= now ? m.alarm.nextNow : m.alarm.next(elapsed(alarm.nextEscalation - now));
}
