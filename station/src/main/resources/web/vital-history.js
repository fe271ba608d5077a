// The last ten minutes of the vitals that have a sparkline, from what this page has received. Nothing is filled in.

export const HISTORY_MS = 600_000;

const KEPT = ['heart-rate', 'pulse-rate', 'spo2'];
const FINEST_MS = 3_000;

/** @typedef {{time:number, value:number}} Point */

/** Points per bed and vital, thinned to one per three seconds. */
export class VitalHistory {
  constructor() {
    /** @type {Map<string, {patient: string|null, series: Map<string, Point[]>}>} */
    this.beds = new Map();
  }

  /** @param {import('./types.js').Tile} tile */
  add(tile) {
    let bed = this.beds.get(tile.bed);
    if (!bed || bed.patient !== tile.patientRef) {
      bed = { patient: tile.patientRef, series: new Map() }; // another patient: never draw one line through two people
      this.beds.set(tile.bed, bed);
    }
    for (const numeric of tile.numerics ?? []) {
      if (KEPT.includes(numeric.vital) && numeric.value !== null && numeric.time !== null) {
        push(bed.series, numeric);
      }
    }
  }

  /**
   * @param {string} bed
   * @param {string} vital
   * @returns {Point[]} oldest first
   */
  points(bed, vital) {
    return this.beds.get(bed)?.series.get(vital) ?? [];
  }
}

function push(series, numeric) {
  const points = series.get(numeric.vital) ?? [];
  series.set(numeric.vital, points);
  const last = points.at(-1);
  if (last && numeric.time - last.time < FINEST_MS) {
    return;
  }
  points.push({ time: numeric.time, value: numeric.value });
  while (points.length > 0 && points[0].time < numeric.time - HISTORY_MS) {
    points.shift();
  }
}
