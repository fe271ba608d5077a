// The look of the header; it wraps rather than hides when the window is narrow.

import { css } from 'lit';

export const headerStyle = css`
  header { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 12px; padding: 7px 10px 6px; min-height: 48px; }
  h1 { margin: 0; font-size: 19px; line-height: 1.2; }
  .demo { padding: 1px 8px; border: 2px solid var(--accent); border-radius: 5px; color: var(--accent); font-weight: 700; letter-spacing: 0.06em; }
  .beds { color: var(--dim); }
  .push { flex: 1; }
  .counts { display: flex; align-items: center; gap: 5px; margin-left: 4px; }
  .counts li { display: flex; align-items: center; gap: 5px; min-width: 46px; justify-content: center; padding: 3px 8px; border-radius: 5px; font-weight: 700; font-size: 15px; }
  .counts .icon { width: 12px; height: 12px; }
  .counts .zero { color: var(--dim); font-weight: 400; background: var(--tile); }
  .counts .unseen { font-weight: 400; font-size: 14px; color: var(--dim); white-space: nowrap; padding-left: 4px; min-width: 124px; justify-content: flex-start; }
  .counts .unseen.some { color: var(--text); font-weight: 600; }
  time { font-size: 20px; font-weight: 600; min-width: 5.4em; text-align: center; }
  .pill { display: inline-flex; align-items: center; gap: 7px; padding: 3px 10px; border-radius: 999px; background: var(--tile); white-space: nowrap; }
  .pill i { width: 9px; height: 9px; border-radius: 50%; background: var(--dim); }
  .pill[data-state='live'] i { background: var(--good); }
  .pill[data-state='reconnecting'] { background: var(--medium); color: var(--medium-ink); box-shadow: inset 0 0 0 2px var(--bar-edge); }
  .pill[data-state='reconnecting'] i { background: var(--medium-ink); }
  .pill[data-state='not-monitoring'] { background: var(--high); color: var(--high-ink); }
  .pill[data-state='not-monitoring'] i { background: var(--high-ink); }
  .mute { color: var(--dim); white-space: nowrap; }
  .find { position: relative; }
  .find input { width: 104px; min-height: 32px; }
  .find .nothing { position: absolute; top: 100%; right: 0; z-index: 5; margin-top: 4px; padding: 4px 8px; border-radius: 4px; background: var(--raised); white-space: nowrap; }
  .to { color: var(--accent); white-space: nowrap; }
  .square { width: 34px; padding: 0; font-size: 17px; }
  .user { display: inline-flex; align-items: center; gap: 2px; white-space: nowrap; }
  .user button { padding: 0 6px; color: var(--dim); text-decoration: underline; }
  .notes { flex: 0 0 100%; display: flex; flex-wrap: wrap; gap: 2px 18px; padding: 0 2px; font-size: 13px; color: var(--dim); }
  .notes a { margin-left: auto; color: var(--accent); }
  @media (max-width: 1500px) {
    header { gap: 5px 8px; }
    .beds { display: none; }
    .find input { width: 92px; }
    .counts li { min-width: 40px; padding: 3px 6px; }
  }
  @media (max-width: 700px) {
    .find, .square { display: none; }
    .counts .unseen { min-width: 0; }
  }
`;
