// Times of day on the ward's wall, whatever zone this browser is in. Pure.

const formatters = new Map();

/**
 * How far the ward's clock is ahead of UTC at a time.
 * @param {number} time
 * @param {string|undefined} timeZone IANA name
 * @returns {number} milliseconds
 */
export function offsetAt(time, timeZone) {
  const part = Object.fromEntries(formatterOf(timeZone).formatToParts(time).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second) - Math.floor(time / 1000) * 1000;
}

/**
 * The text of an `<input type="datetime-local">` for a time.
 * @param {number} time
 * @param {string|undefined} timeZone
 * @returns {string} `2026-11-21T09:05`
 */
export function toField(time, timeZone) {
  return new Date(time + offsetAt(time, timeZone)).toISOString().slice(0, 16);
}

/**
 * The time that such a text means on the ward's wall.
 * @param {string} text
 * @param {string|undefined} timeZone
 * @returns {number|null} null for no text
 */
export function fromField(text, timeZone) {
  const wall = Date.parse(`${text}Z`);
  if (!text || Number.isNaN(wall)) {
    return null;
  }
  const guess = wall - offsetAt(wall, timeZone);
  return wall - offsetAt(guess, timeZone); // the night the clocks change, the first guess may be an hour off
}

/**
 * Day and time, for lists: `21 Nov 09:05`.
 * @param {number} time
 * @param {string|undefined} timeZone
 */
export function dayAndTime(time, timeZone) {
  const key = `day/${timeZone}`;
  if (!formatters.has(key)) {
    formatters.set(key, new Intl.DateTimeFormat('en-GB', {
      day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone: timeZone || undefined,
    }));
  }
  return formatters.get(key).format(time).replace(',', '');
}

function formatterOf(timeZone) {
  if (!formatters.has(timeZone)) {
    formatters.set(timeZone, new Intl.DateTimeFormat('en-GB', {
      year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
      hourCycle: 'h23', timeZone: timeZone || undefined,
    }));
  }
  return formatters.get(timeZone);
}
