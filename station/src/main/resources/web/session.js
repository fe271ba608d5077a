// Signing in and out at this browser. The session itself is a cookie that scripts cannot read; who has it stands in every
// ward snapshot.

import { newKey, post, read, remove } from './api.js';

/** @returns {Promise<import('./types.js').Session[]>} who may sign in */
export async function staff() {
  return (await read('/api/v1/staff')).staff;
}

/**
 * @param {string} actor
 * @param {string} password
 * @returns {Promise<import('./types.js').Session>}
 */
export function signIn(actor, password) {
  return post('/api/v1/sessions', { actor, password }, newKey());
}

/** @returns {Promise<void>} */
export function signOut() {
  return remove('/api/v1/sessions');
}
