// Alarm limits and the usual range of a patient as bands behind a line. Pure.

import { faded } from './trend-colours.js';

/** Frames, not fills: they reach 3 : 1 on the tile of either theme. */
const SHADE = { high: '--high-frame', medium: '--medium-frame', low: '--low-frame' };

const LABEL_PX = 52;

/**
 * A band for each step of each limit of these vitals: from its threshold to the next worse one, or to the edge.
 * @param {import('./types.js').Limit[]} limits
 * @param {string[]} vitals
 * @returns {{low:number, high:number, priority:string, vital:string, side:string}[]}
 */
export function limitBands(limits, vitals) {
  return limits.filter((limit) => vitals.includes(limit.vital)).flatMap((limit) => {
    const steps = [...limit.levels].sort((a, b) => (limit.side === 'low' ? b.threshold - a.threshold : a.threshold - b.threshold));
    return steps.map((step, i) => {
      const next = steps[i + 1]?.threshold;
      const [low, high] = limit.side === 'low' ? [next ?? -Infinity, step.threshold] : [step.threshold, next ?? Infinity];
      return { low, high, priority: step.priority, vital: limit.vital, side: limit.side };
    });
  });
}

/**
 * The bands as annotations of the chart.
 * @param {ReturnType<typeof limitBands>} bands
 * @param {(name:string) => string} colour of the theme
 * @param {[number, number]} axis
 */
export function limitAnnotations(bands, colour, axis) {
  const boxes = bands.filter((band) => band.low < axis[1] && band.high > axis[0]).map((band) => ({
    type: 'box', drawTime: 'beforeDatasetsDraw', borderWidth: 0,
    yMin: Math.max(band.low, axis[0]), yMax: Math.min(band.high, axis[1]),
    backgroundColor: faded(colour(SHADE[band.priority]), 0.13),
  }));
  return [...boxes, ...limitLines(bands, colour, axis, null)];
}

/**
 * The thresholds alone, each with the name of its vital, for a chart in which a band would lie under lines it is not about.
 * @param {ReturnType<typeof limitBands>} bands
 * @param {(name:string) => string} colour
 * @param {[number, number]} axis
 * @param {((vital:string) => string)|null} labelOf
 */
export function limitLines(bands, colour, axis, labelOf) {
  const edges = new Map(bands.map((band) => [`${band.vital} ${edgeOf(band)}`, band]));
  return [...edges.values()].filter((band) => edgeOf(band) > axis[0] && edgeOf(band) < axis[1]).map((band, i) => ({
    type: 'line', drawTime: 'beforeDatasetsDraw', yMin: edgeOf(band), yMax: edgeOf(band), borderWidth: 1,
    borderColor: faded(colour(SHADE[band.priority]), 0.7), borderDash: band.priority === 'high' ? [] : [4, 4],
    label: labelOf ? label(`${labelOf(band.vital)} ${edgeOf(band)}`, i, colour) : undefined,
  }));
}

/** Where the band begins, seen from the middle. */
function edgeOf(band) {
  return band.side === 'low' ? band.high : band.low;
}

/** Side by side, so that limits near each other can both be read. */
function label(content, i, colour) {
  return { display: true, content, position: 'start', xAdjust: i * LABEL_PX, padding: 1, backgroundColor: colour('--tile'), color: colour('--dim'), font: { size: 10, weight: 'normal' } };
}

/**
 * The usual range as a thin bracket at the right edge: it is a description, so it must not look like a limit.
 * @param {import('./types.js').UsualRange} usual
 * @param {{colour:string, from:number, to:number}} look
 */
export function usualAnnotation(usual, look) {
  const width = (look.to - look.from) * 0.006;
  return {
    type: 'box', drawTime: 'afterDatasetsDraw', xMin: look.to - width, xMax: look.to, yMin: usual.low, yMax: usual.high,
    backgroundColor: faded(look.colour, 0.55), borderWidth: 0,
  };
}
