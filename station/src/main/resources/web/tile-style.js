// The look of one tile in three densities. Sizes are fixed, so 99 becoming 100 moves nothing.

import { css } from 'lit';

export const tileStyle = css`
  :host {
    --value: 38px; --small-value: 20px; --label: 12px; --bed: 18px; --bar: 25px; --pad: 9px; --bar-text: 14px;
    display: grid; grid-template-rows: auto var(--bar) 1fr auto; gap: 3px; position: relative;
    padding: 6px var(--pad) 5px; border: 1px solid var(--line); border-radius: 7px; background: var(--tile);
    contain: strict; cursor: pointer; user-select: none;
  }
  :host([data-tight]) { --value: 31px; --small-value: 18px; --bar: 23px; --bar-text: 13px; --pad: 8px; gap: 2px; padding-block: 4px; }
  :host([data-density='medium']) { --value: 25px; --small-value: 16px; --label: 11px; --bed: 17px; --bar: 22px; --pad: 7px; --bar-text: 12px; gap: 2px; }
  :host([data-density='small']) { --value: 20px; --small-value: 13px; --label: 10.5px; --bed: 15px; --bar: 19px; --pad: 7px; --bar-text: 11.5px; gap: 1px; padding-block: 3px; }
  :host([aria-selected='true']) { background: var(--raised); border-color: var(--accent); }

  /* the frame of an alarm that nobody has acknowledged */
  .frame { position: absolute; inset: 0; border-radius: 6px; pointer-events: none; border: 0 solid transparent; }
  .frame[data-tone] { border-width: 4px; }
  .frame[data-tone='high'] { border-color: var(--high-frame); }
  .frame[data-tone='medium'] { border-color: var(--medium-frame); }
  .frame[data-tone='low'], .frame[data-tone='technical'] { border-color: var(--low-frame); border-width: 3px; }

  .head { display: flex; align-items: baseline; gap: 7px; min-width: 0; line-height: 1.2; }
  .bed { font-size: var(--bed); font-weight: 700; }
  .who { font-size: 13px; white-space: nowrap; }
  .paused { flex: none; padding: 0 5px; border: 1px dashed var(--text); border-radius: 4px; font-size: 12px; font-weight: 600; white-space: nowrap; }
  .paused:empty { display: none; }
  .paused:not(:empty) ~ .nurse, :host([data-density='small']) .paused:not(:empty) ~ .device { display: none; }
  .device { flex: none; font-size: 12px; color: var(--dim); white-space: nowrap; }
  .device[data-look='low'], .device[data-look='trouble'] { color: var(--low-text); }
  .device[data-look='trouble'] { font-weight: 600; }
  :host(:not([data-density='large'])) .device[data-look='well'] { display: none; }
  .nurse { margin-left: auto; min-width: 0; font-size: 12px; color: var(--dim); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  :host([data-density='small']) .head { gap: 5px; }
  :host([data-density='small']) .who, :host([data-density='small']) .device { font-size: 11.5px; }
  :host([data-density='small']) .nurse { font-size: 11px; }

  .bars { display: flex; gap: 4px; min-width: 0; }
  .bar {
    flex: 1; display: flex; align-items: center; gap: 5px; min-width: 0; padding: 0 7px; border-radius: 4px;
    font-size: var(--bar-text); font-weight: 600; white-space: nowrap; line-height: 1;
  }
  .bar .text { flex: 0 1 auto; overflow: hidden; text-overflow: ellipsis; line-height: 1.3; }
  .bar .note { margin-left: auto; flex: none; font-weight: 400; line-height: 1.3; }
  .bar:not([data-state='active-unacknowledged']) .note { flex: 0 1000 auto; min-width: 1.2em; overflow: hidden; text-overflow: ellipsis; }
  .bar[data-state='active-acknowledged'] { font-weight: 400; }
  .bar[data-stale] .text { text-decoration: underline dotted; text-underline-offset: 2px; }
  .bar .more { flex: none; font-weight: 600; }
  .also { flex: none; display: flex; align-items: center; gap: 4px; padding: 0 6px; border-radius: 4px; font-size: var(--bar-text); font-weight: 600; }
  :host([data-off]) .bar[data-state='active-unacknowledged'][data-tone='high'] { background: var(--high-off); color: var(--high-off-ink); }
  :host([data-off]) .bar[data-state='active-unacknowledged'][data-tone='medium'] { background: var(--medium-off); color: var(--medium-off-ink); }

  .foot { display: flex; align-items: baseline; gap: 10px; min-width: 0; font-size: 12px; color: var(--dim); line-height: 1.25; white-space: nowrap; }
  :host([data-density='small']) .foot { gap: 5px; font-size: 11px; }
  :host([data-density='small']) .oxygen { display: none; }
  :host([data-density='small']) .chip { padding: 0; gap: 3px; }
  :host([data-density='small']) .chip .marks { font-size: 1em; }
  .chip { display: inline-flex; align-items: baseline; gap: 4px; padding: 0 4px; border-radius: 4px; color: var(--text); }
  .chip .label { font-size: var(--label); color: var(--dim); }
  .chip .value { font-size: var(--small-value); font-weight: 600; }
  .chip .marks { color: var(--medium-frame); font-weight: 700; font-size: 1.25em; }
  .chip[data-stale] .value { color: var(--dim); text-decoration: underline dotted; }
  .risk .arrow { font-weight: 700; }
  .risk[data-high] .value { padding: 0 4px; border-radius: 4px; background: var(--medium); color: var(--medium-ink); }
  .unusual { flex: none; padding: 0 5px; border: 1px solid var(--medium-frame); border-radius: 4px; color: var(--text); }
  :host([data-density='small']) .unusual { padding: 0 3px; }
  :host([data-density='small']) .risk .label { display: none; }
  .steps { display: inline-flex; align-items: flex-end; gap: 1px; height: 0.8em; font-size: var(--small-value); }
  .steps i { width: 3px; border: 1px solid var(--dim); opacity: 0.55; }
  .steps i:nth-child(1) { height: 40%; }
  .steps i:nth-child(2) { height: 70%; }
  .steps i:nth-child(3) { height: 100%; }
  .steps i.possible { border-color: var(--text); opacity: 1; }
  .steps i.sure { background: var(--text); border-color: var(--text); opacity: 1; }
  .oxygen { overflow: hidden; text-overflow: ellipsis; color: var(--text); }
  :host(:not([data-density='large'])) .steps { display: none; }
  /* a risk needs the place of what is also in the side panel */
  .foot:has(.risk:not([hidden])) { gap: 0 6px; }
  /* half a number is worse than none: what does not fit goes to a second line, or, where there is no place for one, away as a whole */
  .foot { flex-wrap: wrap; }
  :host([data-density='small']) .foot { max-height: calc(var(--small-value) * 1.35); overflow: hidden; }
  :host([data-density='small']) .foot .temp:not([data-alarm]) { order: 1; }
  :host([data-density='small']) .risk .arrow { display: none; }
  .foot:has(.risk:not([hidden])) .note, .chip:has(~ .risk:not([hidden])) .steps { display: none; }
  .foot:has(.risk:not([hidden])) .chip { padding: 0; gap: 3px; flex: none; }
  .chip:has(~ .risk:not([hidden])) .marks { max-width: 0.6em; overflow: hidden; }

  .vacant { display: none; place-self: center; color: var(--dim); text-align: center; grid-row: 2 / -1; font-size: 13px; }
  .vacant small { display: block; }
  :host([data-state='empty']) { border-style: dashed; background: none; }
  :host([data-state='empty']) .bed { color: var(--dim); }
  :host([data-state='empty']) :is(.bars, .cells, .foot) { display: none; }
  :host([data-state='no-device']) { grid-template-rows: auto var(--bar) 1fr; }
  :host([data-state='no-device']) :is(.cells, .foot) { display: none; }
  :host([data-state='empty']) .vacant, :host([data-state='no-device']) .vacant { display: block; }
  :host([data-state='no-device']) .vacant { grid-row: 3; }

  @media (prefers-reduced-motion: reduce) {
    :host([data-off]) .bar[data-state='active-unacknowledged'][data-tone='high'] { background: var(--high); color: var(--high-ink); }
    :host([data-off]) .bar[data-state='active-unacknowledged'][data-tone='medium'] { background: var(--medium); color: var(--medium-ink); }
    .frame[data-tone] { border-width: 6px; }
  }
`;

export const cellStyle = css`
  .cells { display: grid; grid-template-columns: 1fr 1.16fr; grid-template-rows: 1fr 1fr; column-gap: 8px; min-height: 0; }
  .cell { position: relative; display: flex; align-items: center; gap: 4px; min-width: 0; min-height: 0; }
  .top { flex: none; width: 38px; display: flex; flex-direction: column; font-size: var(--label); line-height: 1.2; white-space: nowrap; }
  .top .label { color: var(--hue); font-weight: 600; }
  .top .note { color: var(--dim); }
  .line { position: relative; display: flex; align-items: baseline; line-height: 1.02; font-size: var(--value); white-space: nowrap; min-width: 0; }
  .line .poor { position: absolute; left: -0.3em; color: var(--dim); font-size: 0.8em; }
  .line .value { display: inline-block; min-width: 3ch; text-align: right; font-weight: 600; color: var(--hue); border-radius: 4px; padding: 0 3px; letter-spacing: -0.01em; }
  :host(:not([data-density='large'])) .line .value { padding: 0 2px; margin-left: -2px; }
  .line .arrow { width: 0.62em; padding-left: 3px; font-size: 0.72em; font-weight: 700; }

  /* narrower tiles: the label goes above its value */
  :host(:not([data-density='large'])) .cells { column-gap: 4px; grid-template-columns: 1fr 1.25fr; }
  :host(:not([data-density='large'])) .cells > .cell { flex-direction: column; align-items: flex-start; justify-content: center; gap: 0; }
  :host(:not([data-density='large'])) .cells .top { flex-direction: row; gap: 5px; width: auto; line-height: 1.1; }

  .cell[data-state='absent'] .label { opacity: 0.45; }
  .cell[data-suppressed] .value { color: var(--dim); }
  .cell[data-state='stale'] .value { color: var(--dim); text-decoration: underline dotted 2px; text-underline-offset: 2px; }
  :host(:not([data-density='large'])) .cell[data-state='stale'] .value { text-decoration-thickness: 1px; text-underline-offset: 1px; }
  .cell[data-state='lost'] .value { color: var(--dim); }
  .cell[data-state='missing'] .arrow { display: none; }
  .cell[data-state='missing'] .value {
    color: var(--low-text); font-size: max(13px, 0.47em); font-weight: 600; text-align: left; letter-spacing: 0;
    line-height: 1.6; overflow: hidden; text-overflow: ellipsis;
  }
  .hr { --hue: var(--hr); } .spo2 { --hue: var(--spo2); } .rr { --hue: var(--rr); } .bp { --hue: var(--bp); } .temp { --hue: var(--temp); }
  .bp .line { font-size: calc(var(--value) * 0.86); line-height: 1.18; }
  .bp .value { min-width: 6ch; text-align: left; }
  .foot .temp { align-items: baseline; flex: none; gap: 3px; }
  .temp .top, .temp .line { display: contents; }
  .temp .label { font-size: var(--label); order: 0; }
  .temp .poor { position: static; order: 1; }
  .temp .value { order: 2; font-size: var(--small-value); font-weight: 600; color: var(--hue); padding: 0 2px; border-radius: 4px; }
  .temp .arrow { order: 3; width: auto; padding: 0; font-size: 14px; }
  .temp .note { order: 4; color: var(--dim); font-size: var(--label); }
  .temp[data-state='missing'] .value { font-size: 12px; line-height: 1; }
  canvas { flex: 1; min-width: 0; max-width: 96px; height: 62%; max-height: 40px; margin-left: auto; opacity: 0.8; }
  :host([data-density='medium']) canvas, :host([data-density='small']) canvas, .cell[data-state='missing'] canvas { display: none; }

  /* the value that is beyond its limit; both halves of a flash stay readable */
  .cell[data-alarm='high'] .value, .chip[data-alarm='high'] .value { background: var(--high); color: var(--high-ink); }
  .cell[data-alarm='medium'] .value, .chip[data-alarm='medium'] .value { background: var(--medium); color: var(--medium-ink); }
  .cell[data-alarm='low'] .value, .chip[data-alarm='low'] .value { background: var(--low); color: var(--low-ink); }
  .cell[data-alarm='high'] .arrow, .chip[data-alarm='high'] .marks { color: var(--high-frame); }
  .cell[data-alarm='medium'] .arrow { color: var(--medium-frame); }
  .chip[data-alarm] .value { border-radius: 4px; padding: 0 4px; margin: 0 3px; }
  :host([data-off]) [data-alarm='high'][data-calling] .value { background: var(--high-off); color: var(--high-off-ink); }
  :host([data-off]) [data-alarm='medium'][data-calling] .value { background: var(--medium-off); color: var(--medium-off-ink); }
  @media (prefers-reduced-motion: reduce) {
    :host([data-off]) [data-alarm='high'][data-calling] .value { background: var(--high); color: var(--high-ink); }
    :host([data-off]) [data-alarm='medium'][data-calling] .value { background: var(--medium); color: var(--medium-ink); }
  }
`;
