// What the page says about its own connection: an amber bar when values are old, a red frame when nobody is monitored.

import { css, html, LitElement, nothing } from 'lit';
import { m } from './messages.js';
import { basics, controls } from './shared-style.js';

/** `<wl-connection-banner>`: shows a state of Connection; the red frame lets every press through. */
export class ConnectionBanner extends LitElement {
  static properties = {
    state: { attribute: false },
    seconds: { attribute: false },
    headline: { attribute: false },
  };

  static styles = [basics, css`
    .amber { padding: 7px 14px; background: var(--medium); color: var(--medium-ink); font-size: 16px; font-weight: 700; text-align: center; }
    .frame { position: fixed; inset: 0; z-index: 50; border: 22px solid var(--high); pointer-events: none; }
    .red { padding: 12px 26px 14px; background: var(--high); color: var(--high-ink); text-align: center; }
    .red b { display: block; font-size: clamp(20px, 3.2vw, 40px); line-height: 1.15; }
    .red span { font-size: 16px; }
  `];

  constructor() {
    super();
    this.headline = m.connection.notMonitoring;
  }

  render() {
    if (this.state === 'not-monitoring') {
      return html`<div class="red" role="alert"><b>${this.headline}</b>
        <span aria-hidden="true">${m.connection.noData(this.seconds)}</span></div><div class="frame"></div>`;
    }
    return this.state === 'reconnecting'
      ? html`<div class="amber" role="status"><span aria-live="off">${m.connection.reconnecting(this.seconds)}</span></div>` : nothing;
  }
}

/** `<wl-sound-banner>`: a full-width bar as long as this screen makes no sound; dispatches `start-sound`. */
export class SoundBanner extends LitElement {
  static properties = { state: { attribute: false } };

  static styles = [basics, controls, css`
    div { display: flex; align-items: center; justify-content: center; gap: 14px; padding: 3px 14px; background: var(--raised);
      border-block: 1px solid var(--line); color: var(--text); }
    b { letter-spacing: 0.05em; }
    button { min-height: 30px; }
    .blocked { background: var(--medium); color: var(--medium-ink); }
  `];

  render() {
    const reason = { 'not-started': m.sound.notStarted, blocked: m.sound.blocked, muted: m.sound.muted, unsupported: m.sound.unsupported }[this.state];
    if (!reason) {
      return nothing;
    }
    return html`<div role="status" class=${this.state}><b>${m.sound.off}</b> <span>${reason}</span>
      ${this.state === 'unsupported' ? nothing : html`<button class="primary" @click=${() => this.dispatchEvent(new CustomEvent('start-sound'))}>
        ${this.state === 'muted' ? m.sound.unmute : m.header.startShift}</button>`}</div>`;
  }
}

customElements.define('wl-connection-banner', ConnectionBanner);
customElements.define('wl-sound-banner', SoundBanner);
