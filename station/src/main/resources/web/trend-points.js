// Buckets as points of a line: where nothing was measured the line is broken, what came late is marked. Pure.

/** @typedef {{x:number, y:number, late?:boolean, alone?:boolean}} ChartPoint */

/** Of an interval: longer than what comes late, shorter than the two intervals that one missing reading leaves. */
const TOLERANCE = 1.5;
/** History is sent in minutes, whatever the device's own interval is. */
const HISTORY_INTERVAL_MS = 60_000;
/** The newest window is written a while after its end. */
const NEWEST_STEPS = 3;
const START = 0, MIN = 1, MEAN = 2, MAX = 3, COUNT = 4, LATE = 5;

/**
 * How far apart two buckets may begin with a line between them. One step, because an empty bucket is a gap; more only for a
 * vital that is expected more rarely, such as a cuff every quarter of an hour, which leaves buckets empty while none of it
 * is missing. Where nobody knows how often a vital comes nothing is bridged, and buckets that are far apart are dots.
 * @param {number} stepMs
 * @param {number|null|undefined} intervalMs how often the device is expected to send the vital
 * @returns {number}
 */
export function gapAfter(stepMs, intervalMs) {
  return Math.max(stepMs, TOLERANCE * (intervalMs ?? 0));
}

/**
 * How old the newest bucket may be and still be read as what holds now. Not {@link gapAfter}: a window that is not written
 * yet is none that is missing.
 * @param {number} stepMs
 * @param {import('./types.js').Numeric|undefined} numeric what the ward knows of the vital
 * @returns {number}
 */
export function newestFor(stepMs, numeric) {
  return Math.max(NEWEST_STEPS * stepMs, numeric?.staleAfterMs ?? 0);
}

/**
 * Three lines of the same length: smallest, mean and largest value of each bucket, in the middle of the bucket.
 * @param {number[][]} points [start, min, mean, max, count, late]
 * @param {number} stepMs
 * @param {number} gapMs
 * @returns {{low: ChartPoint[], mean: ChartPoint[], high: ChartPoint[]}}
 */
export function lines(points, stepMs, gapMs) {
  const low = [], mean = [], high = [];
  points.forEach((point, i) => {
    const before = points[i - 1], after = points[i + 1];
    const opens = !before || isGap(before, point, gapMs);
    const closes = !after || isGap(point, after, gapMs);
    if (opens && before) {
      const x = before[START] + stepMs;
      [low, mean, high].forEach((line) => line.push({ x, y: NaN }));
    }
    const x = point[START] + stepMs / 2;
    low.push({ x, y: point[MIN] });
    mean.push({ x, y: point[MEAN], late: isLate(point), alone: opens && closes });
    high.push({ x, y: point[MAX] });
  });
  return { low, mean, high };
}

/**
 * The bucket at a time.
 * @param {number[][]} points
 * @param {number} time
 * @param {number} stepMs
 * @returns {{min:number, mean:number, max:number, count:number, late:boolean}|null} null where nothing was measured
 */
export function bucketAt(points, time, stepMs) {
  let low = 0, high = points.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const start = points[middle][START];
    if (time < start) {
      high = middle - 1;
    } else if (time >= start + stepMs) {
      low = middle + 1;
    } else {
      const [, min, mean, max, count] = points[middle];
      return { min, mean, max, count, late: isLate(points[middle]) };
    }
  }
  return null;
}

/**
 * The range of an axis: what was measured, at least the usual one of the chart, with some air.
 * @param {number[][][]} all points of every series
 * @param {[number, number]|null} least
 * @returns {[number, number]}
 */
export function extent(all, least) {
  let [low, high] = least ?? [Infinity, -Infinity];
  for (const points of all) {
    for (const point of points) {
      low = Math.min(low, point[MIN]);
      high = Math.max(high, point[MAX]);
    }
  }
  const air = (high - low || 1) * 0.04;
  return [low - air, high + air];
}

function isGap(point, next, gapMs) {
  return next[START] - point[START] > (isLate(point) && isLate(next) ? Math.max(gapMs, TOLERANCE * HISTORY_INTERVAL_MS) : gapMs);
}

/** Most of it came as history. */
function isLate(point) {
  return point[LATE] * 2 > point[COUNT];
}
