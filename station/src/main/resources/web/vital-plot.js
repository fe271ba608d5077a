// The plot of one group of vitals: range of each bucket as a band, mean as a line, limits and usual range behind it.

import { pick } from './numeric.js';
import { timeTicks } from './time-axis.js';
import { faded, themeColour } from './trend-colours.js';
import { DASHES } from './trend-groups.js';
import { limitAnnotations, limitBands, limitLines, usualAnnotation } from './trend-limits.js';
import { marksDataset } from './trend-marks.js';
import { extent, gapAfter, lines } from './trend-points.js';

/**
 * @param {ReturnType<typeof import('./trend-groups.js').groupsOf>[number]} group
 * @param {object} view
 * @param {import('./types.js').Trends} view.trends
 * @param {import('./types.js').Limit[]} view.limits
 * @param {import('./types.js').Numeric[]} view.numerics
 * @param {import('./trend-marks.js').Mark[]} view.marks
 * @param {string|undefined} view.timeZone
 * @returns {import('./chart-canvas.js').Plot}
 */
export function vitalPlot(group, { trends, limits, numerics, marks, timeZone }) {
  const { from, to, stepMs } = trends;
  const vitals = [...new Set(group.series.map((series) => series.vital))];
  const colour = themeColour(group.hue);
  const axis = extent(group.series.map((series) => series.points), group.least);
  const bands = limitBands(limits, vitals);
  const usual = trends.usual.filter((each) => vitals.includes(each.vital));
  return {
    from, to, axis,
    ticks: timeTicks(from, to, timeZone),
    datasets: [
      ...group.series.flatMap((series, i) => datasetsOf(series, {
        colour, stepMs, dash: DASHES[i % DASHES.length], gapMs: gapAfter(stepMs, pick(numerics, series.vital)?.intervalMs),
      })),
      marksDataset(marks, themeColour),
    ],
    annotations: [
      ...(group.apart ? limitLines(bands, themeColour, axis, (vital) => group.series.find((each) => each.vital === vital).label)
        : limitAnnotations(bands, themeColour, axis)),
      ...usual.map((each) => usualAnnotation(each, { colour, from, to })),
    ],
    markTexts: marks.map((mark) => mark.text),
  };
}

/** Band and line of one series; what a person charted now and then is dots, never a line through what nobody looked at. */
function datasetsOf(series, look) {
  const { low, mean, high } = lines(series.points, look.stepMs, look.gapMs);
  const charted = series.method === 'manual';
  const edge = { borderWidth: 0, pointRadius: 0, pointHitRadius: 0, spanGaps: false };
  return [
    { ...edge, data: high },
    { ...edge, data: low, fill: '-1', backgroundColor: faded(look.colour, 0.22) },
    {
      data: mean, spanGaps: false, showLine: !charted, borderColor: look.colour, borderWidth: 1.6, borderDash: look.dash, pointHitRadius: 0,
      pointBackgroundColor: charted ? 'transparent' : look.colour, pointBorderColor: look.colour,
      pointRadius: radiusOf(mean, charted),
      segment: {
        borderColor: ({ p0DataIndex }) => (mean[p0DataIndex]?.late ? faded(look.colour, 0.55) : undefined),
        borderDash: ({ p0DataIndex }) => (mean[p0DataIndex]?.late ? [2, 3] : undefined),
      },
    },
  ];
}

/** A bucket without neighbours has no line and would not be seen. */
function radiusOf(points, charted) {
  if (charted) {
    return 4;
  }
  return points.some((point) => point.alone) ? points.map((point) => (point.alone ? 2.5 : 0)) : 0;
}
