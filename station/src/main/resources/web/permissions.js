// Who may do what, as the station has it. It is the station that refuses; this only says so beforehand. Pure.

import { m } from './messages.js';

const RANK = { viewer: 0, nurse: 1, charge: 2, admin: 3 };

/**
 * Why this person may not do something.
 * @param {import('./types.js').Session|null} session null while nobody is signed in: the sign-in form then comes first
 * @param {'nurse'|'charge'|'admin'} needs
 * @returns {string|null} null when they may
 */
export function refusal(session, needs) {
  return session && (RANK[session.role] ?? 0) < RANK[needs] ? m.roles.takes(needs) : null;
}

/**
 * A form is filled in by somebody who is signed in: to ask afterwards would lose what they wrote.
 * @param {{kind:string}|null} panel
 * @param {import('./types.js').Session|null} session
 */
export function signedInFirst(panel, session) {
  return panel?.kind === 'action' && !session ? { kind: 'sign-in', then: panel } : panel;
}
