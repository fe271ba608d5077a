// The plot of NEWS2: an interval while inputs are unknown, hatched while there is no score.

import { timeTicks } from './time-axis.js';
import { faded, hatched, themeColour } from './trend-colours.js';
import { alarmMarks, marksDataset } from './trend-marks.js';

/** Below this silence a score counts as going on; the job writes one every minute. */
export const SILENCE_MS = 180_000;
/** Cut points of the Royal College of Physicians, 2017: 5 urgent, 7 emergency. */
const CUTS = [{ from: 5, to: 7, hue: '--medium-frame', dash: [4, 4] }, { from: 7, to: Infinity, hue: '--high-frame', dash: [] }];
const TOP = 10;

/**
 * @param {import('./types.js').Trends} trends
 * @param {string|undefined} timeZone
 * @returns {import('./chart-canvas.js').Plot}
 */
export function news2Plot({ from, to, scores, alarms }, timeZone) {
  const marks = alarmMarks(alarms.filter((alarm) => alarm.rule.startsWith('news2')), timeZone);
  const top = Math.max(TOP, ...scores.map((score) => score.upper ?? 0)) + 0.5;
  const line = themeColour('--text');
  const edge = { pointRadius: 0, pointHitRadius: 0, spanGaps: false, borderColor: line };
  return {
    from, to, axis: [0, top], axisStep: 5, markTexts: marks.map((mark) => mark.text),
    ticks: timeTicks(from, to, timeZone),
    datasets: [
      { ...edge, data: steps(scores, 'upper'), borderWidth: 1, borderDash: [3, 3] },
      { ...edge, data: steps(scores, 'lower'), borderWidth: 2, fill: '-1', backgroundColor: faded(line, 0.2) },
      marksDataset(marks, themeColour),
    ],
    annotations: [...CUTS.flatMap((cut) => bandOf(cut, top)), ...scores.filter((score) => score.unavailable).map(unknownOf)],
  };
}

/** A score holds until the next one; where none came it is broken. */
function steps(scores, bound) {
  return scores.flatMap((score, i) => {
    const next = scores[i + 1];
    const goesOn = next && next.time - score.until <= SILENCE_MS;
    const y = score[bound] ?? NaN;
    const end = goesOn ? next.time : score.until;
    return [{ x: score.time, y }, { x: end, y }, ...(goesOn ? [] : [{ x: end, y: NaN }])];
  });
}

function bandOf(cut, top) {
  const colour = themeColour(cut.hue);
  return [
    { type: 'box', drawTime: 'beforeDatasetsDraw', yMin: cut.from, yMax: Math.min(cut.to, top), borderWidth: 0, backgroundColor: faded(colour, 0.12) },
    { type: 'line', drawTime: 'beforeDatasetsDraw', yMin: cut.from, yMax: cut.from, borderWidth: 1, borderColor: faded(colour, 0.7), borderDash: cut.dash },
  ];
}

function unknownOf(score) {
  return { type: 'box', drawTime: 'beforeDatasetsDraw', xMin: score.time, xMax: score.until, borderWidth: 0, backgroundColor: hatched(themeColour('--dim')) };
}
