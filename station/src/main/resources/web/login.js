// The page /login: the sign-in form alone.

import { css, html, LitElement } from 'lit';
import { m } from './messages.js';
import { basics } from './shared-style.js';
import './sign-in.js';

/** `<wl-login>` */
export class LoginPage extends LitElement {
  static properties = { session: { state: true } };

  static styles = [basics, css`
    :host { display: grid; place-items: center; min-height: 100vh; padding: 16px; }
    main { width: min(380px, 100%); padding: 26px; border: 1px solid var(--line); border-radius: 12px; background: var(--tile); }
    h1 { display: flex; align-items: center; gap: 10px; margin: 0 0 18px; font-size: 20px; }
    p { margin-top: 18px; color: var(--dim); font-size: 12px; }
    a { color: var(--accent); }
  `];

  render() {
    return html`<main>
      <h1><img src="/assets/icon.svg" width="32" height="32" alt="" /> ${m.product}</h1>
      ${this.session
        ? html`<p role="status">${m.signIn.done(this.session.name)} <a href="/">${m.signIn.back}</a></p>`
        : html`<wl-sign-in @signed-in=${this.onSignedIn}></wl-sign-in>`}
      <p>${m.notMedical}</p>
    </main>`;
  }

  onSignedIn(event) {
    this.session = event.detail.session;
    location.assign('/');
  }
}

customElements.define('wl-login', LoginPage);
