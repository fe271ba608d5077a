// The look of the pager: a phone on a desk, the whole screen on a phone.

import { css } from 'lit';

export const pagerStyle = css`
  :host { display: grid; place-items: center; min-height: 100vh; min-height: 100dvh; }
  .phone {
    position: relative; display: flex; flex-direction: column; width: 390px; height: min(844px, 96vh); overflow: hidden;
    border: 10px solid #05090d; border-radius: 40px; background: var(--page); box-shadow: 0 0 0 2px var(--line), 0 18px 50px rgb(0 0 0 / 45%);
  }
  header { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; padding: 14px 16px 4px; }
  h1 { margin: 0; font-size: 20px; }
  header button { margin-left: auto; padding: 0 8px; font-size: 13px; overflow: hidden; text-overflow: ellipsis; }
  time { color: var(--dim); }
  .pill { display: inline-flex; align-items: center; gap: 6px; font-size: 13px; color: var(--dim); }
  .pill i { width: 8px; height: 8px; border-radius: 50%; background: var(--dim); }
  .pill[data-state='live'] i { background: var(--good); }
  .about { flex: 0 0 100%; padding-bottom: 4px; font-size: 12px; color: var(--dim); }
  a { color: var(--accent); }
  main { flex: 1; overflow-y: auto; padding: 4px 12px 12px; }
  main ul { display: grid; gap: 12px; }
  .page { display: grid; gap: 7px; padding: 0 0 10px; border: 1px solid var(--line); border-radius: 14px; background: var(--tile); overflow: hidden; }
  .page > :not(.head) { margin-inline: 14px; }
  .page.open { border-color: var(--dim); }
  .head { display: flex; align-items: center; gap: 8px; padding: 7px 14px; font-size: 15px; border-radius: 12px 12px 0 0; }
  .head b { font-size: 18px; }
  .head .level { margin-left: auto; }
  .page.done .head { background: none; color: var(--dim); box-shadow: none; border-bottom: 1px solid var(--line); }
  .text { font-size: 21px; font-weight: 700; line-height: 1.2; overflow-wrap: anywhere; }
  .page.done .text { font-size: 16px; font-weight: 400; }
  .to { font-size: 15px; }
  .facts, .small { font-size: 13px; color: var(--dim); }
  .small { font-size: 11.5px; }
  .steps { padding-left: 10px; border-left: 3px solid var(--line); font-size: 12.5px; color: var(--dim); display: grid; gap: 3px; }
  .steps li:last-child { color: var(--text); }
  .acknowledge { min-height: 52px; font-size: 17px; border-radius: 10px; }
  .seen { font-weight: 600; color: var(--good); }
  .empty { padding: 30vh 20px 0; text-align: center; color: var(--dim); }
  .empty h2 { color: var(--text); font-size: 19px; margin-bottom: 6px; }
  .bone { height: 170px; margin-bottom: 12px; border-radius: 14px; background: var(--tile); }
  footer { padding: 6px 12px 10px; text-align: center; font-size: 11.5px; color: var(--dim); }
  .problem { margin: 0 12px 8px; }
  wl-side-panel { position: absolute; inset: auto 0 0 0; max-height: 75%; z-index: 5; border-radius: 18px 18px 0 0; box-shadow: 0 -8px 30px rgb(0 0 0 / 40%); }
  @media (max-width: 520px) {
    :host { display: block; }
    .phone { width: auto; height: 100vh; height: 100dvh; border: 0; border-radius: 0; box-shadow: none; }
  }
`;
