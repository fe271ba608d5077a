// Trends as rows of a table: what each stretch of time was on average, and the worst NEWS2 in it. Pure.

const START = 0, MEAN = 2, COUNT = 4;

/** @typedef {{label:string, unit:string, decimals:number, method:string|null, sum:Map<number, number[]>}} Column */

/**
 * @param {import('./types.js').Trends} trends
 * @param {number} rowMs
 * @returns {{columns: {vital:string, label:string, unit:string, method:string|null}[], rows: {time:number, cells:string[], news2: {lower:number, upper:number, text:string}|null}[]}}
 *   newest row first; an empty cell where nothing was measured
 */
export function tableOf(trends, rowMs) {
  const columns = trends.series;
  const means = columns.map((series) => meansOf(series.points, rowMs));
  const times = new Set(means.flatMap((column) => [...column.keys()]));
  const scores = worstScores(trends.scores, rowMs);
  scores.forEach((score, time) => times.add(time));
  const rows = [...times].sort((a, b) => b - a).map((time) => ({
    time,
    cells: columns.map((series, i) => means[i].get(time)?.toFixed(series.decimals) ?? ''),
    news2: scores.get(time) ?? null,
  }));
  return { columns, rows };
}

/**
 * The same as text, with tabs, to be pasted into another program.
 * @param {{columns: {label:string, unit:string}[], rows: {time:number, cells:string[], news2: {text:string}|null}[]}} table
 * @param {(time:number) => string} timeText
 */
export function tableText(table, timeText) {
  const head = ['time', ...table.columns.map((column) => `${column.label} (${column.unit})`), 'NEWS2'];
  return [head, ...table.rows.map((row) => [timeText(row.time), ...row.cells, row.news2?.text ?? ''])]
    .map((cells) => cells.join('\t')).join('\n');
}

/** Weighted by the readings of each bucket. */
function meansOf(points, rowMs) {
  const sums = new Map();
  for (const point of points) {
    const time = Math.floor(point[START] / rowMs) * rowMs;
    const sum = sums.get(time) ?? { value: 0, count: 0 };
    sum.value += point[MEAN] * point[COUNT];
    sum.count += point[COUNT];
    sums.set(time, sum);
  }
  return new Map([...sums].map(([time, sum]) => [time, sum.value / sum.count]));
}

/**
 * A run is part of every row that it touches. The worst score of a row was at least the highest lower bound, and may have
 * been the highest upper one: neither may hide the other.
 */
function worstScores(scores, rowMs) {
  const worst = new Map();
  for (const score of scores.filter((each) => each.lower !== null)) {
    for (let time = Math.floor(score.time / rowMs) * rowMs; time <= score.until; time += rowMs) {
      const known = worst.get(time) ?? score;
      const both = { lower: Math.max(known.lower, score.lower), upper: Math.max(known.upper, score.upper) };
      worst.set(time, { ...both, text: scoreText(both) });
    }
  }
  return worst;
}

/** @param {{lower:number, upper:number}} score @returns {string} `4`, or `4-9` while inputs are missing */
export function scoreText(score) {
  return score.lower === score.upper ? String(score.lower) : `${score.lower}-${score.upper}`;
}

/**
 * The colour of a row: cut points 5 and 7 of the lower bound, as the alarms have them. What is only possible colours nothing.
 * @param {{lower:number}|null} news2
 * @returns {'high'|'medium'|''}
 */
export function bandOf(news2) {
  return !news2 ? '' : news2.lower >= 7 ? 'high' : news2.lower >= 5 ? 'medium' : '';
}
