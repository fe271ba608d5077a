// Alarms and charted interventions as marks along the time axis: shape and colour say which. Pure but for the octagon.

import { m } from './messages.js';
import { dayAndTime } from './ward-time.js';

const LOOKS = {
  high: { shape: 'octagon', colour: '--high-frame' },
  medium: { shape: 'triangle', colour: '--medium-frame' },
  low: { shape: 'circle', colour: '--low-frame' },
  technical: { shape: 'crossRot', colour: '--low-frame' },
  intervention: { shape: 'rectRot', colour: '--accent' },
};
/** How many alarms the mark strip names one by one before it would be a wall of marks. */
const MOST = 300;

/** @typedef {{x:number, kind:string, text:string}} Mark */

/**
 * Where alarms began. An alarm is shown where it was raised, and once, whatever became of it.
 * @param {import('./types.js').AlarmMark[]} alarms
 * @param {string|undefined} timeZone
 * @returns {Mark[]}
 */
export function alarmMarks(alarms, timeZone) {
  return alarms.filter((alarm) => alarm.transition === 'raised').slice(-MOST).map((alarm) => {
    const kind = alarm.kind === 'technical' ? 'technical' : alarm.severity;
    return { x: alarm.time, kind, text: m.trends.alarmMark(dayAndTime(alarm.time, timeZone), kind, alarm.rule) };
  });
}

/**
 * What was done at the bed.
 * @param {import('./types.js').ChartEntry[]} entries
 * @param {string|undefined} timeZone
 * @returns {Mark[]}
 */
export function interventionMarks(entries, timeZone) {
  return entries.filter((entry) => entry.intervention && !entry.correctedBy).map((entry) => ({
    x: entry.time, kind: 'intervention', text: `${dayAndTime(entry.time, timeZone)} ${entry.intervention}`,
  }));
}

/**
 * The marks as a dataset of their own on a hidden axis along the foot of the chart.
 * @param {Mark[]} marks
 * @param {(name:string) => string} colour
 */
export function marksDataset(marks, colour) {
  const look = marks.map((mark) => LOOKS[mark.kind] ?? LOOKS.low);
  return {
    id: 'marks', type: 'line', showLine: false, yAxisID: 'marks', clip: false,
    data: marks.map((mark) => ({ x: mark.x, y: 0.5 })),
    pointStyle: look.map(({ shape, colour: name }) => (shape === 'octagon' ? octagon(colour(name)) : shape)),
    pointBackgroundColor: look.map(({ colour: name }) => colour(name)),
    pointBorderColor: look.map(({ colour: name }) => colour(name)),
    pointRadius: 6, pointHoverRadius: 6, pointBorderWidth: 2,
  };
}

const octagons = new Map();

/** Chart.js has no octagon; it takes any canvas in place of a shape. */
function octagon(colour) {
  if (!octagons.has(colour)) {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 13;
    const context = canvas.getContext('2d');
    context.fillStyle = colour;
    context.beginPath();
    [[4, 0], [9, 0], [13, 4], [13, 9], [9, 13], [4, 13], [0, 9], [0, 4]].forEach(([x, y]) => context.lineTo(x, y));
    context.fill();
    octagons.set(colour, canvas);
  }
  return octagons.get(colour);
}
