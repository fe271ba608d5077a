// The frame of the board: header, alarm strip on the left, beds, side panel, footer.

import { css } from 'lit';

export const stationStyle = css`
  :host { display: flex; flex-direction: column; height: 100vh; height: 100dvh; overflow: hidden; }
  :host([data-connection='not-monitoring']) { padding: 22px; } /* room for the red frame, so that it hides nothing */
  main { flex: 1; display: grid; grid-template-columns: 300px minmax(0, 1fr); min-height: 0; }
  main.with-panel { grid-template-columns: 300px minmax(0, 1fr) 440px; }
  nav, wl-board, wl-side-panel { min-height: 0; min-width: 0; }
  nav { display: flex; }
  wl-alarm-list { flex: 1; min-width: 0; }
  wl-board { height: 100%; padding-top: 4px; }
  footer { padding: 3px 12px; text-align: center; font-size: 12px; color: var(--dim); }
  .message { place-self: center; max-width: 520px; padding: 28px; text-align: left; }
  .message h2 { font-size: 22px; margin-bottom: 8px; }
  .message p { margin-bottom: 14px; font-size: 16px; }
  .message pre { margin: 0 0 8px; padding: 10px 14px; border-radius: 6px; background: var(--tile); font: 14px ui-monospace, monospace; white-space: pre-wrap; }
  @media (max-width: 1500px) {
    main { grid-template-columns: 262px minmax(0, 1fr); }
    main.with-panel { grid-template-columns: 262px minmax(0, 1fr) 380px; }
  }
  @media (max-width: 900px) {
    :host { height: auto; min-height: 100dvh; overflow: visible; }
    main, main.with-panel { display: flex; flex-direction: column; }
    nav { max-height: 38vh; }
    wl-board { height: auto; min-height: 60vh; overflow: visible; }
    wl-side-panel { position: fixed; inset: auto 0 0 0; max-height: 80dvh; z-index: 10; border-top: 2px solid var(--line); }
  }
`;
