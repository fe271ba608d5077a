// The look of the patient page: identity on top, live values on the left, charts in the middle, forms on the right.

import { css } from 'lit';

export const patientPageStyle = css`
  :host { display: flex; flex-direction: column; height: 100vh; height: 100dvh; overflow: hidden; }
  :host([data-connection='not-monitoring']) { padding: 22px; } /* room for the red frame, so that it hides nothing */
  header { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 16px; padding: 7px 12px; }
  h1 { margin: 0; font-size: 24px; line-height: 1.2; }
  a { color: var(--accent); }
  .back { white-space: nowrap; }
  .who { font-size: 17px; }
  .who b { font-size: 22px; }
  .badge { padding: 1px 8px; border: 1px solid var(--dim); border-radius: 5px; font-size: 13px; }
  .badge[data-scale='2'] { border: 2px solid var(--medium-frame); font-weight: 700; }
  .demo { padding: 1px 8px; border: 2px solid var(--accent); border-radius: 5px; color: var(--accent); font-weight: 700; letter-spacing: 0.06em; }
  .fact { color: var(--dim); }
  .push { flex: 1; }
  time { font-size: 20px; font-weight: 600; min-width: 5.4em; text-align: center; }
  .square { width: 34px; padding: 0; font-size: 19px; }
  main { flex: 1; display: grid; grid-template-columns: 236px minmax(0, 1fr); gap: 12px; min-height: 0; padding: 4px 0 0 12px; }
  main.with-panel { grid-template-columns: 236px minmax(0, 1fr) 440px; }
  main.with-panel.wide { grid-template-columns: 236px minmax(0, 1fr) 600px; }
  aside { display: flex; flex-direction: column; gap: 14px; overflow-y: auto; padding-bottom: 12px; }
  aside h2 { font-size: 13px; color: var(--dim); margin-bottom: 6px; }
  .trends { display: flex; flex-direction: column; gap: 6px; overflow-y: auto; padding: 0 12px 12px 0; min-width: 0; }
  .trends > * { flex: none; }
  .bar { position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; align-items: center; gap: 8px 14px; padding-bottom: 4px; background: var(--page); }
  .bar h2 { font-size: 17px; }
  .ranges { display: flex; gap: 4px; }
  .bar a { white-space: nowrap; }
  .problem { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 10px; }
  .problem button { min-height: 28px; }
  .message { padding: 40px 28px; font-size: 16px; }
  .models { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr)); gap: 12px; }
  .models section { padding: 8px 14px 10px; border-radius: 7px; background: var(--tile); }
  .models h3 { margin: 0 0 4px; font-size: 15px; }
  main > .message { grid-column: 1 / 3; }
  .message h2 { font-size: 20px; margin-bottom: 6px; }
  .message p { margin-bottom: 12px; }
  .skeleton { height: 142px; border-radius: 8px; background: var(--tile); }
  .legend { display: flex; flex-wrap: wrap; gap: 4px 18px; padding: 4px 6px; color: var(--dim); font-size: 12px; }
  .legend li { display: flex; align-items: center; gap: 6px; }
  .swatch { width: 26px; height: 10px; }
  .swatch[data-look='band'] { background: linear-gradient(var(--hr), var(--hr)) center / 100% 2px no-repeat, color-mix(in srgb, var(--hr) 25%, transparent); }
  .swatch[data-look='late'] { height: 0; border-top: 2px dotted var(--hr); }
  .swatch[data-look='limit-medium'] { background: color-mix(in srgb, var(--medium-frame) 20%, transparent); border-top: 1px dashed var(--medium-frame); }
  .swatch[data-look='limit-high'] { background: color-mix(in srgb, var(--high-frame) 20%, transparent); border-top: 1px solid var(--high-frame); }
  .swatch[data-look='usual'] { width: 5px; height: 14px; background: color-mix(in srgb, var(--hr) 60%, transparent); }
  .mark { width: 12px; height: 12px; background: var(--accent); }
  .mark[data-tone='high'] { background: var(--high-frame); clip-path: polygon(30% 0, 70% 0, 100% 30%, 100% 70%, 70% 100%, 30% 100%, 0 70%, 0 30%); }
  .mark[data-tone='medium'] { background: var(--medium-frame); clip-path: polygon(50% 4%, 100% 96%, 0 96%); }
  .mark[data-tone='low'] { background: var(--low-frame); clip-path: circle(46%); }
  .mark[data-tone='technical'] { background: var(--low-frame); clip-path: polygon(0 18%, 18% 0, 50% 32%, 82% 0, 100% 18%, 68% 50%, 100% 82%, 82% 100%, 50% 68%, 18% 100%, 0 82%, 32% 50%); }
  .mark[data-tone='intervention'] { clip-path: polygon(50% 0, 100% 50%, 50% 100%, 0 50%); }
  .charted h2 { font-size: 13px; color: var(--dim); margin-bottom: 4px; }
  .charted li { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 10px; padding: 4px 12px; background: var(--tile); }
  .charted li + li { border-top: 1px solid var(--line); }
  .charted time { min-width: 0; font-size: 13px; font-weight: 400; color: var(--dim); }
  .charted small { color: var(--dim); }
  .charted button { min-height: 26px; font-size: 13px; }
  .charted .struck span { text-decoration: line-through; color: var(--dim); }
  footer { padding: 3px 12px; text-align: center; font-size: 12px; color: var(--dim); }
  wl-side-panel { min-height: 0; min-width: 0; }
  @media (max-width: 900px) {
    :host { height: auto; min-height: 100dvh; overflow: visible; }
    main, main.with-panel, main.with-panel.wide { display: flex; flex-direction: column; padding-right: 12px; }
    .live { grid-template-columns: 1fr 1fr; }
    wl-side-panel { position: fixed; inset: auto 0 0 0; max-height: 80dvh; z-index: 10; border-top: 2px solid var(--line); }
  }
`;
