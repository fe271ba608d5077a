// What stands where on the board; the station keeps the state and acts.

import { html, nothing } from 'lit';
import { m } from './messages.js';
import { degradedModels, wardAverage } from './risk-look.js';
import { toggleTheme } from './theme.js';
import './alarm-list.js';
import './assign-device.js';
import './board.js';
import './command-form.js';
import './connection-banner.js';
import './help-panel.js';
import './patient-panel.js';
import './risk-panel.js';
import './side-panel.js';
import './sign-in.js';
import './station-header.js';

/**
 * @param {import('./station.js').Station} station
 * @param {number} now ward time, 0 before the first event
 */
export function stationView(station, now) {
  const { state } = station;
  return html`
    ${top(station, now)}
    <main class=${station.panel ? 'with-panel' : ''}>
      <nav aria-label=${m.list.title}><wl-alarm-list .alarms=${station.alarms} .unassigned=${state.unassigned} .acknowledger=${station.acknowledger}
        .now=${now} .timeZone=${state.ward?.timeZone} ?loaded=${state.loaded}
        @acknowledge=${(event) => station.acknowledger.acknowledge(event.detail.alarm)} @more=${(event) => station.more(event.detail.alarm)} @bed-opened=${(event) => station.openBed(event.detail.bed)}
        @assign=${(event) => station.show({ kind: 'assign', device: event.detail.device })}></wl-alarm-list></nav>
      ${middle(station)}
      ${station.panel ? sidePanel(station, now) : nothing}
    </main>
    <footer>${m.notMedical}</footer>
    <div class="quiet" aria-live="assertive">${station.spoken}</div>`;
}

function top(station, now) {
  const { state, connection, sound } = station;
  const tiles = [...state.tiles.values()];
  return html`<wl-header .ward=${state.ward} .demo=${state.demo} .counts=${state.counts} .session=${state.session}
      .all=${tiles.length} .occupied=${tiles.filter((tile) => tile.state !== 'empty').length} .now=${now}
      .connection=${connection.state} .sound=${sound.state()} .notFound=${station.notFound}
      @mute-sound=${() => sound.mute()} @theme=${toggleTheme} @help=${() => station.show({ kind: 'help' })}
      @sign-in=${() => station.show({ kind: 'sign-in' })} @sign-out=${() => station.signOut()}
      @find=${(event) => station.find(event.detail.text)}></wl-header>
    <wl-sound-banner .state=${sound.state()} @start-sound=${() => sound.start()}></wl-sound-banner>
    <wl-connection-banner .state=${connection.state} .seconds=${connection.silentSeconds()}></wl-connection-banner>
    <wl-model-banner .titles=${degradedModels(tiles, now)}></wl-model-banner>
    ${station.problem && state.loaded ? html`<p class="problem" role="alert">${station.problem.message}</p>` : nothing}`;
}

function middle(station) {
  const { state, problem } = station;
  if (problem && !state.loaded) {
    return html`<section class="message" role="alert"><h2>${m.failure.title}</h2><p>${problem.message}</p>
      ${problem.reference ? html`<p><code>${m.failure.reference(problem.reference)}</code></p>` : nothing}
      <button class="primary" @click=${() => station.start()}>${m.failure.retry}</button></section>`;
  }
  if (state.loaded && state.beds.length === 0) {
    return html`<section class="message"><h2>${m.empty.title}</h2><p>${m.empty.text}</p>
      ${m.empty.commands.map((command) => html`<pre>${command}</pre>`)}</section>`;
  }
  return html`<wl-board .beds=${state.beds} .expected=${station.expected} .opened=${station.panel?.bed ?? null} ?narrowed=${station.panel !== null}
    @bed-opened=${(event) => station.openBed(event.detail.bed)} @laid-out=${() => station.paintSoon()}></wl-board>`;
}

function sidePanel(station, now) {
  const { kind, bed, alarm, action } = station.panel;
  const heading = {
    patient: m.bed(bed), 'sign-in': alarm ? m.signIn.toAcknowledge : m.signIn.title, help: m.help.title, assign: m.assign.title, action: action?.title,
  };
  const content = { patient, 'sign-in': signIn, help: () => html`<wl-help></wl-help>`, assign, action: command };
  return html`<wl-side-panel heading=${heading[kind]} @close=${() => station.closePanel()}>${content[kind](station, now)}</wl-side-panel>`;
}

function patient(station, now) {
  const { state, panel, connection } = station;
  return html`<wl-patient .tile=${state.tiles.get(panel.bed)} .alarms=${state.openAlarms(panel.bed)} .acknowledger=${station.acknowledger}
    .now=${now} .timeZone=${state.ward?.timeZone} .ward=${state.ward} .session=${state.session}
    .unassigned=${state.unassigned} ?fresh=${connection.fresh()} .average=${averageOf(state, panel.bed, now)}
    @action=${(event) => station.show({ kind: 'action', bed: panel.bed, action: event.detail.action })}
    @acknowledge=${(event) => station.acknowledger.acknowledge(event.detail.alarm)} @more=${(event) => station.more(event.detail.alarm)}
    @assign=${(event) => station.show({ kind: 'assign', bed: event.detail.bed })}></wl-patient>`;
}

function signIn(station) {
  return html`<wl-sign-in .alarm=${station.panel.alarm} @signed-in=${(event) => station.signedIn(event.detail.session)}></wl-sign-in>`;
}

/** After it the bed is shown again: its own frame brings what has changed. */
function command(station) {
  const { panel, state } = station;
  const back = () => (panel.bed ? station.show({ kind: 'patient', bed: panel.bed }) : station.closePanel());
  return html`<wl-command-form .action=${panel.action} .session=${state.session} .timeZone=${state.ward?.timeZone}
    @done=${back} @sign-in-needed=${() => station.show({ kind: 'sign-in', then: panel })}></wl-command-form>`;
}

function assign(station) {
  const { state, panel } = station;
  return html`<wl-assign-device .ward=${state.ward} .session=${state.session} .bed=${panel.bed} .device=${panel.device}
    .unassigned=${state.unassigned} @assigned=${(event) => station.assigned(event.detail.tile)}
    @sign-in-needed=${() => station.show({ kind: 'sign-in', then: panel })}></wl-assign-device>`;
}

function averageOf(state, bed, now) {
  const risk = state.tiles.get(bed)?.risk;
  return risk ? wardAverage([...state.tiles.values()], risk.id, now) : null;
}
