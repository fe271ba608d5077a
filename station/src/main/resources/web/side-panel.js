// A panel beside the board. It is never modal: the board, its alarms and its keys stay within reach.

import { css, html, LitElement } from 'lit';
import { m } from './messages.js';
import { basics, controls } from './shared-style.js';

/** `<wl-side-panel heading>`: content in its slot; dispatches `close`. */
export class SidePanel extends LitElement {
  static properties = { heading: { type: String } };

  static styles = [basics, controls, css`
    :host { display: flex; flex-direction: column; min-height: 0; background: var(--tile); border-left: 1px solid var(--line); border-top: 1px solid var(--line); border-top-left-radius: 8px; }
    .bar { display: flex; align-items: center; gap: 10px; padding: 8px 8px 8px 16px; border-bottom: 1px solid var(--line); }
    h2 { flex: 1; font-size: 17px; }
    .close { width: 36px; padding: 0; font-size: 18px; }
    .body { flex: 1; overflow-y: auto; padding: 14px 16px 20px; }
  `];

  render() {
    return html`<div class="bar"><h2 id="heading">${this.heading}</h2>
        <button class="plain close" aria-label=${m.panel.close} title="${m.panel.close} (Esc)"
          @click=${() => this.dispatchEvent(new CustomEvent('close'))}>✕</button></div>
      <div class="body" role="region" aria-labelledby="heading"><slot></slot></div>`;
  }
}

/** How a page makes room for its panel. @param {{action?: import('./command-form.js').Action}|null} panel */
export function panelClass(panel) {
  return panel ? `with-panel ${panel.action?.wide ? 'wide' : ''}` : '';
}

customElements.define('wl-side-panel', SidePanel);
