// The look of the ward register.

import { css } from 'lit';

export const registerStyle = css`
  :host { display: flex; flex-direction: column; height: 100vh; height: 100dvh; overflow: hidden; }
  :host([data-connection='not-monitoring']) { padding: 22px; } /* room for the red frame, so that it hides nothing */
  header { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 16px; padding: 7px 12px; }
  h1 { margin: 0; font-size: 21px; }
  a { color: var(--accent); }
  .demo { padding: 1px 8px; border: 2px solid var(--accent); border-radius: 5px; color: var(--accent); font-weight: 700; letter-spacing: 0.06em; }
  .fact, .nothing { color: var(--dim); }
  .push { flex: 1; }
  time { font-size: 20px; font-weight: 600; min-width: 5.4em; text-align: center; }
  .square { width: 34px; padding: 0; font-size: 17px; }
  main { flex: 1; display: grid; grid-template-columns: minmax(0, 1fr); min-height: 0; }
  main.with-panel { grid-template-columns: minmax(0, 1fr) 540px; }
  main.with-panel.wide { grid-template-columns: minmax(0, 1fr) clamp(540px, 54vw, 860px); }
  .content { overflow-y: auto; display: grid; align-content: start; gap: 16px; padding: 4px 14px 16px; }
  section { padding: 10px 14px 12px; border-radius: 8px; background: var(--tile); min-width: 0; }
  h2 { font-size: 15px; margin-bottom: 6px; }
  .bar { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; margin-bottom: 6px; }
  .bar h2 { margin: 0 8px 0 0; }
  .wide { overflow-x: auto; }
  table { width: 100%; border-collapse: collapse; font-size: 14px; }
  th, td { padding: 5px 12px 5px 0; text-align: left; vertical-align: middle; font-weight: 400; }
  thead th { color: var(--dim); font-size: 12px; white-space: nowrap; }
  tbody tr > * { border-top: 1px solid var(--line); }
  tbody th { font-weight: 700; white-space: nowrap; }
  .beds td:not(.actions) { white-space: nowrap; }
  .beds tbody th { font-size: 17px; }
  .with-panel .beds tr > :nth-child(n + 3):nth-child(-n + 5) { display: none; } /* room for the form; the page of the patient has them */
  .empty td:nth-child(2) { color: var(--dim); }
  small { color: var(--dim); }
  button { min-height: 28px; padding: 0 9px; font-size: 13px; }
  button.text { padding: 0 4px; border-color: transparent; background: none; text-decoration: underline dotted; text-underline-offset: 3px; color: var(--text); }
  .actions { white-space: normal; }
  .actions button { margin: 1px 2px 1px 0; }
  .device { display: block; white-space: nowrap; }
  .device + .device { margin-top: 4px; }
  .waiting li { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 12px; padding: 4px 0; }
  details { border-top: 1px solid var(--line); padding: 4px 0; }
  summary { cursor: pointer; padding: 3px 0; }
  details table { margin: 4px 0 6px 18px; width: calc(100% - 18px); font-size: 13px; }
  .skeleton { height: 320px; border-radius: 8px; background: var(--tile); }
  footer { padding: 3px 12px; text-align: center; font-size: 12px; color: var(--dim); }
  wl-side-panel { min-height: 0; min-width: 0; }
  @media (pointer: coarse) { button { min-height: 44px; } }
  @media (max-width: 900px) {
    :host { height: auto; min-height: 100dvh; overflow: visible; }
    main, main.with-panel, main.with-panel.wide { display: flex; flex-direction: column; }
    wl-side-panel { position: fixed; inset: auto 0 0 0; max-height: 80dvh; z-index: 10; border-top: 2px solid var(--line); }
  }
`;
