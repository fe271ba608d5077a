// Times of day on the ward's wall, whatever zone this browser is in. Pure.

const DAY = 86_400_000;
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
 * The times that such a text may mean, see {@link timesOf}.
 * @param {string} text
 * @param {string|undefined} timeZone
 * @returns {number[]|null} null for no text
 */
export function fromField(text, timeZone) {
  const wall = Date.parse(`${text}Z`);
  return !text || Number.isNaN(wall) ? null : timesOf(wall, timeZone);
}

/**
 * When the ward's wall shows this: never in the hour that a spring night leaves out, twice in the one that an autumn night repeats.
 * @param {number} wall what it shows, as if it were UTC
 * @param {string|undefined} timeZone
 * @returns {number[]} oldest first
 */
export function timesOf(wall, timeZone) {
  const offsets = new Set([-DAY, DAY].map((away) => offsetAt(wall + away, timeZone)));
  return [...offsets].map((offset) => wall - offset).filter((time) => time + offsetAt(time, timeZone) === wall).sort((a, b) => a - b);
}

/**
 * Which of the two it is, of a time that the wall shows twice: ` BST` or ` GMT`; empty for any other.
 * @param {number} time
 * @param {string|undefined} timeZone
 */
export function whichOfTwo(time, timeZone) {
  return timesOf(time + offsetAt(time, timeZone), timeZone).length > 1 ? ` ${zoneName(time, timeZone)}` : '';
}

/**
 * Day and time, for lists: `21 Nov 09:05`.
 * @param {number} time
 * @param {string|undefined} timeZone
 */
export function dayAndTime(time, timeZone) {
  return `${dayAndClock(time, timeZone)}${whichOfTwo(time, timeZone)}`;
}

function dayAndClock(time, timeZone) {
  const key = `day/${timeZone}`;
  if (!formatters.has(key)) {
    formatters.set(key, new Intl.DateTimeFormat('en-GB', {
      day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone: timeZone || undefined,
    }));
  }
  return formatters.get(key).format(time).replace(',', '');
}

/**
 * What the clock of that time is called: `BST`.
 * @param {number} time
 * @param {string|undefined} timeZone
 */
export function zoneName(time, timeZone) {
  const key = `zone/${timeZone}`;
  if (!formatters.has(key)) {
    formatters.set(key, new Intl.DateTimeFormat('en-GB', { timeZoneName: 'short', timeZone: timeZone || undefined }));
  }
  return formatters.get(key).formatToParts(time).find(({ type }) => type === 'timeZoneName').value;
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
