// Times and numbers as text. Pure; no words of a language beyond unit letters.

const formatters = new Map();

/**
 * How long something has lasted, to the second: 0:42, 12:05, 1:02:09.
 * @param {number} ms
 * @returns {string}
 */
export function elapsed(ms) {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const s = String(seconds % 60).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) {
    return `${minutes}:${s}`;
  }
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${s}`;
}

/**
 * How old a value is, in one unit: 22s, 8m, 3h, 2d.
 * @param {number} ms
 * @returns {string}
 */
export function age(ms) {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  if (seconds < 60) {
    return `${seconds}s`;
  }
  if (seconds < 3600) {
    return `${Math.floor(seconds / 60)}m`;
  }
  return seconds < 86400 ? `${Math.floor(seconds / 3600)}h` : `${Math.floor(seconds / 86400)}d`;
}

/**
 * A time of day on the ward's wall.
 * @param {number|null} time
 * @param {string|undefined} timeZone IANA name
 * @param {boolean} [seconds]
 * @returns {string}
 */
export function clockTime(time, timeZone, seconds = true) {
  if (time === null || time === undefined) {
    return '';
  }
  const key = `${timeZone}/${seconds}`;
  if (!formatters.has(key)) {
    formatters.set(key, new Intl.DateTimeFormat('en-GB', {
      hour: '2-digit', minute: '2-digit', second: seconds ? '2-digit' : undefined, timeZone: timeZone || undefined,
    }));
  }
  return formatters.get(key).format(time);
}

/**
 * A UCUM unit as nurses write it.
 * @param {string} ucum
 * @returns {string}
 */
export function unit(ucum) {
  return { Cel: '°C', 'mm[Hg]': 'mmHg', '{steps}': 'steps', 1: '' }[ucum] ?? ucum;
}
