// Requests to the station. A failure is always a Problem with a sentence to show.

import { m } from './messages.js';

const PATIENCE_MS = 10_000;

/** What went wrong, in a sentence, with the server's reference when it gave one. */
export class Problem extends Error {
  /**
   * @param {number} status HTTP status, 0 when nothing answered
   * @param {string} text
   * @param {string|null} [reference]
   */
  constructor(status, text, reference = null) {
    super(text);
    this.status = status;
    this.reference = reference;
  }
}

/**
 * @param {string} path
 * @returns {Promise<any>}
 */
export function read(path) {
  return request('GET', path);
}

/**
 * @param {string} path
 * @param {object} body
 * @param {string} idempotencyKey the same for every attempt of one intention
 * @returns {Promise<any>}
 */
export function post(path, body, idempotencyKey) {
  return request('POST', path, body, { 'Idempotency-Key': idempotencyKey });
}

/**
 * @param {string} path
 * @returns {Promise<any>}
 */
export function remove(path) {
  return request('DELETE', path);
}

/** @returns {string} a new key; works without a secure context too, where randomUUID is absent */
export function newKey() {
  if (crypto.randomUUID) {
    return crypto.randomUUID();
  }
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function request(method, path, body, headers = {}) {
  const response = await answerOf(method, path, body, headers);
  const text = await response.text();
  if (!response.ok) {
    throw problemOf(response.status, text);
  }
  return text ? JSON.parse(text) : null;
}

async function answerOf(method, path, body, headers) {
  try {
    return await fetch(path, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      headers: body === undefined ? headers : { 'Content-Type': 'application/json', ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  } catch (error) {
    throw new Problem(0, error.name === 'TimeoutError' ? m.failure.timeout : m.failure.network);
  }
}

function problemOf(status, text) {
  try {
    const { title, detail, reference } = JSON.parse(text);
    const sentence = [title, detail].filter(Boolean).map(ended).join(' ');
    return new Problem(status, sentence || m.failure.unknown(status), reference ?? null);
  } catch {
    return new Problem(status, m.failure.unknown(status));
  }
}

function ended(sentence) {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
