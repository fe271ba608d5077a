// Which vitals share a chart, and how they look there. Pure.

/**
 * @typedef {object} Group
 * @property {string} id
 * @property {string[]} vitals
 * @property {string} hue custom property of the theme
 * @property {boolean} [apart] its vitals are different quantities: a limit of one says nothing of the others
 * @property {[number, number]} least range of the axis that is always shown, so that a quiet line looks quiet
 */

/** @type {Group[]} in the order in which they stand on the page; the ranges are what a ward sees daily */
const GROUPS = [
  { id: 'heart', vitals: ['heart-rate', 'pulse-rate'], hue: '--hr', least: [50, 120] },
  { id: 'spo2', vitals: ['spo2'], hue: '--spo2', least: [84, 100] },
  { id: 'breath', vitals: ['respiratory-rate'], hue: '--rr', least: [8, 28] },
  { id: 'pressure', vitals: ['systolic-pressure', 'mean-pressure', 'diastolic-pressure'], hue: '--bp', apart: true, least: [50, 150] },
  { id: 'temperature', vitals: ['body-temperature'], hue: '--temp', least: [35.5, 39] },
  { id: 'skin', vitals: ['skin-temperature'], hue: '--temp', least: [30, 37] },
];

/** Lines of one chart are told apart by their dashes too, not by colour alone. */
export const DASHES = [[], [7, 3], [2, 2], [10, 3, 2, 3]];

/**
 * The charts for these series: the known groups that have any, then each other vital by itself.
 * @param {import('./types.js').TrendSeries[]} series
 * @returns {{id:string, hue:string, apart?:boolean, least:[number, number]|null, series: import('./types.js').TrendSeries[]}[]}
 */
export function groupsOf(series) {
  const known = GROUPS.map((group) => ({
    ...group,
    series: group.vitals.flatMap((vital) => series.filter((each) => each.vital === vital)),
  }));
  const placed = new Set(GROUPS.flatMap((group) => group.vitals));
  const others = [...new Set(series.map((each) => each.vital))].filter((vital) => !placed.has(vital)).map((vital) => ({
    id: vital, hue: '--accent', least: null, series: series.filter((each) => each.vital === vital),
  }));
  return [...known, ...others].filter((group) => group.series.length > 0);
}
