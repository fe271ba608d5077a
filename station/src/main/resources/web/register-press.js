// A button of the register that begins a command, or says why this person may not.

import { html, nothing } from 'lit';
import { refusal } from './permissions.js';

/**
 * @param {import('./register.js').RegisterPage} page
 * @param {'nurse'|'charge'} needs
 * @param {string} text
 * @param {() => import('./command-form.js').Action} make
 */
export function press(page, needs, text, make) {
  const refused = refusal(page.feed.state.session, needs);
  return html`<button ?disabled=${refused !== null} title=${refused ?? nothing} @click=${() => page.begin(make())}>${text}</button>`;
}
