// The last hours of a risk on a canvas: a line with gaps where nothing is known, the ward's average and the threshold behind it.

import { themeColour } from './trend-colours.js';

const LEAST_TOP = 0.05;
const PAD = 6;

/**
 * @param {HTMLCanvasElement} canvas
 * @param {import('./types.js').ScoreHistory} history
 * @param {{average: number|null|undefined, threshold: number|null}} lines
 */
export function drawRiskTrend(canvas, history, { average, threshold }) {
  const context = canvas.getContext('2d');
  const { width, height } = canvas;
  const known = history.runs.filter((run) => run.lower !== null);
  const top = Math.max(LEAST_TOP, ...known.map((run) => run.lower), threshold ?? 0) * 1.1;
  const x = (time) => (width * (time - history.from)) / (history.to - history.from);
  const y = (value) => height - PAD - ((height - 2 * PAD) * value) / top;
  context.clearRect(0, 0, width, height);
  level(context, width, y, threshold, themeColour('--medium-frame'), [8, 8]);
  level(context, width, y, average, themeColour('--dim'), [2, 6]);
  context.strokeStyle = themeColour('--text');
  context.lineWidth = 3;
  context.setLineDash([]);
  context.beginPath();
  let until = Number.NEGATIVE_INFINITY;
  for (const run of known) {
    const joined = run.time - until <= 180_000;
    joined ? context.lineTo(x(run.time), y(run.lower)) : context.moveTo(x(run.time), y(run.lower));
    context.lineTo(x(run.until), y(run.lower));
    until = run.until;
  }
  context.stroke();
}

function level(context, width, y, value, colour, dash) {
  if (value === null || value === undefined) {
    return;
  }
  context.strokeStyle = colour;
  context.lineWidth = 2;
  context.setLineDash(dash);
  context.beginPath();
  context.moveTo(0, y(value));
  context.lineTo(width, y(value));
  context.stroke();
}
