// The list of keys and how values look.

import { css, html, LitElement } from 'lit';
import { m } from './messages.js';
import { basics } from './shared-style.js';

/** `<wl-help>` */
export class HelpPanel extends LitElement {
  static styles = [basics, css`
    h3 { margin: 18px 0 6px; font-size: 14px; color: var(--dim); }
    h3:first-child { margin-top: 0; }
    dl { display: grid; grid-template-columns: auto 1fr; gap: 7px 14px; margin: 0; align-items: baseline; }
    dt { justify-self: start; padding: 1px 8px; border: 1px solid var(--line); border-radius: 5px; background: var(--page); font-weight: 600; white-space: nowrap; }
    dd { margin: 0; }
    p { margin-top: 18px; color: var(--dim); font-size: 13px; }
  `];

  render() {
    return html`
      ${table(m.help.title, m.help.keys)}
      ${table(m.help.looks, m.help.values)}
      <p>${m.help.sounds}</p>
      <p>${m.notMedical}</p>`;
  }
}

function table(title, rows) {
  return html`<h3>${title}</h3><dl>${rows.map(([term, text]) => html`<dt>${term}</dt><dd>${text}</dd>`)}</dl>`;
}

customElements.define('wl-help', HelpPanel);
