// Looks that several components share: buttons, fields, alarm icons and fills, text for screen readers only.

import { css } from 'lit';

export const basics = css`
  :host { box-sizing: border-box; }
  *, *::before, *::after { box-sizing: inherit; }
  :host([hidden]), [hidden] { display: none !important; }
  .quiet { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  h2, h3, p, ul, ol, table { margin: 0; padding: 0; }
  ul, ol { list-style: none; }
  :focus-visible { outline: var(--focus); outline-offset: 2px; }
`;

export const controls = css`
  button, input, select { font: inherit; color: inherit; }
  button {
    min-height: 32px; padding: 0 12px; border: 1px solid var(--line); border-radius: 6px;
    background: var(--raised); cursor: pointer; white-space: nowrap;
  }
  button:hover:not(:disabled) { border-color: var(--dim); }
  button:disabled { cursor: default; color: var(--dim); }
  button.primary { background: var(--accent); border-color: var(--accent); color: var(--accent-ink); font-weight: 600; }
  button.plain { background: none; border-color: transparent; }
  input, select {
    width: 100%; min-height: 36px; padding: 0 10px; border: 1px solid var(--dim); border-radius: 6px; background: var(--page);
  }
  label { display: block; font-size: 13px; color: var(--dim); }
  label > input, label > select { margin-top: 4px; color: var(--text); font-size: 15px; }
  .problem {
    padding: 8px 10px; border-left: 4px solid var(--medium-frame); border-radius: 4px; background: var(--raised);
    font-size: 13px; overflow-wrap: anywhere;
  }
  .problem code { user-select: all; }
  @media (pointer: coarse) {
    button, input, select { min-height: 44px; }
  }
`;

/** Icon shapes: octagon high, triangle medium, circle low, wrench technical; colour is never alone. */
export const alarmIcons = css`
  .icon { display: inline-block; flex: none; width: 1em; height: 1em; background: currentColor; }
  .icon[data-tone='high'] { clip-path: polygon(30% 0, 70% 0, 100% 30%, 100% 70%, 70% 100%, 30% 100%, 0 70%, 0 30%); }
  .icon[data-tone='medium'] { clip-path: polygon(50% 4%, 100% 96%, 0 96%); }
  .icon[data-tone='low'] { clip-path: circle(46%); }
  .icon[data-tone='technical'] { mask: url('/assets/icon-wrench.svg') center / contain no-repeat; }
`;

/** Fills of an element with data-tone and data-state; `data-off` on the host is the dark half of a flash. */
export const alarmFills = css`
  .fill[data-tone='high'] { --fill: var(--high); --ink: var(--high-ink); --frame: var(--high-frame); }
  .fill[data-tone='medium'] { --fill: var(--medium); --ink: var(--medium-ink); --frame: var(--medium-frame); }
  .fill[data-tone='low'], .fill[data-tone='technical'] { --fill: var(--low); --ink: var(--low-ink); --frame: var(--low-frame); }
  .fill { background: var(--fill); color: var(--ink); box-shadow: inset 0 0 0 2px var(--bar-edge); }
  .fill[data-state='latched'] { background: none; color: var(--text); box-shadow: inset 0 0 0 2px var(--frame); }
`;
