// A ten-minute line on a small canvas, on a fixed scale per vital so that beds can be compared by eye.

import { HISTORY_MS } from './vital-history.js';

/** Drawn range of a vital: what a ward sees daily; values beyond it are held at the edge. */
const SCALES = { 'heart-rate': [40, 160], 'pulse-rate': [40, 160], spo2: [80, 100] };
const GAP_MS = 30_000;

/**
 * Draws the points; a pause of more than 30 s stays a gap.
 * @param {HTMLCanvasElement} canvas
 * @param {import('./vital-history.js').Point[]} points
 * @param {{vital: string, now: number, colour: string}} line
 */
export function drawSparkline(canvas, points, line) {
  const context = canvas.getContext('2d');
  const { width, height } = canvas;
  context.clearRect(0, 0, width, height);
  const [low, high] = SCALES[line.vital];
  const x = (time) => width * (1 - (line.now - time) / HISTORY_MS);
  const y = (value) => (height - 4) * (1 - (Math.min(high, Math.max(low, value)) - low) / (high - low)) + 2;
  context.strokeStyle = line.colour;
  context.lineWidth = 3;
  context.lineJoin = 'round';
  context.beginPath();
  points.forEach((point, i) => {
    const joined = i > 0 && point.time - points[i - 1].time <= GAP_MS;
    joined ? context.lineTo(x(point.time), y(point.value)) : context.moveTo(x(point.time), y(point.value));
  });
  context.stroke();
}
