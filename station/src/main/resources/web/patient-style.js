// The look of the patient panel.

import { css } from 'lit';

export const patientStyle = css`
  :host { display: grid; gap: 18px; grid-template-columns: minmax(0, 1fr); }
  h3 { margin-bottom: 6px; padding-bottom: 3px; border-bottom: 1px solid var(--line); font-size: 13px; color: var(--dim); }
  .who { font-size: 17px; margin-bottom: 6px; }
  .who b { font-size: 22px; }
  .badge { margin-left: 8px; padding: 1px 8px; border: 1px solid var(--dim); border-radius: 5px; font-size: 13px; }
  .badge[data-scale='2'] { border: 2px solid var(--medium-frame); font-weight: 700; }
  dl { display: grid; grid-template-columns: auto 1fr; gap: 3px 12px; margin: 0; font-size: 13px; }
  dt { color: var(--dim); }
  dd { margin: 0; }
  dd button { min-height: 26px; margin-left: 6px; }
  .actions { margin: 10px 0 6px; }
  .actions a { display: inline-block; padding: 5px 14px; border-radius: 6px; background: var(--accent); color: var(--accent-ink); font-weight: 600; text-decoration: none; }
  .nothing { color: var(--dim); }
  table { width: 100%; border-collapse: collapse; font-size: 13px; }
  th, td { padding: 3px 6px 3px 0; text-align: left; vertical-align: baseline; font-weight: 400; }
  thead th { color: var(--dim); font-size: 12px; }
  tbody tr + tr > * { border-top: 1px solid var(--line); }
  tbody th { font-weight: 600; }
  .number { text-align: right; white-space: nowrap; }
  td small { display: inline-block; color: var(--dim); font-size: 11.5px; }
  .vitals .value { font-size: 25px; font-weight: 600; line-height: 1.2; }
  .vitals small { min-width: 2.9em; text-align: left; margin-left: 2px; }
  .vitals td:last-child small { display: block; min-width: 0; white-space: normal; text-align: right; }
  .hr { color: var(--hr); } .spo2 { color: var(--spo2); } .rr { color: var(--rr); } .bp { color: var(--bp); } .temp { color: var(--temp); }
  tr[data-suppressed] .value { color: var(--dim); }
  tr[data-state='stale'] .value { color: var(--dim); text-decoration: underline dotted 2px; text-underline-offset: 4px; }
  tr[data-state='lost'] .value { color: var(--dim); }
  tr[data-state='missing'] .value { color: var(--low-text); font-size: 14px; }
  .limit { display: inline-flex; align-items: center; gap: 6px; margin-right: 14px; white-space: nowrap; }
  .limit .icon { width: 10px; height: 10px; }
  .limit .icon[data-tone='high'] { background: var(--high-frame); }
  .limit .icon[data-tone='medium'] { background: var(--medium-frame); }
  .limit .icon[data-tone='low'] { background: var(--low-frame); }
  .log li { padding: 4px 0; display: grid; }
  .log li + li { border-top: 1px solid var(--line); }
  .log .open { font-weight: 600; }
  .log small { color: var(--dim); font-size: 12px; font-weight: 400; }
`;
