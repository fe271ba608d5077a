// How many columns a ward takes and how large its tiles are. Pure. The order never changes, only the size.

export const GAP = 6;

const MEDIUM = { name: 'medium', width: 204, height: 152, widest: 360 };
const SMALL = { name: 'small', width: 162, height: 124, widest: 300 };

/** Sizes from large to small, in CSS pixels; the first at which every bed fits without scrolling wins. */
const DENSITIES = [
  { name: 'large', width: 344, height: 172, widest: 460 },
  { name: 'large', width: 280, height: 148, widest: 400, tight: true },
  MEDIUM,
  SMALL,
];
const TALLEST = 232;
const PHONE = 700;

/**
 * @typedef {object} GridLayout
 * @property {number} columns
 * @property {number} rowHeight
 * @property {'large'|'medium'|'small'} density
 * @property {boolean} tight large with smaller type
 */

/**
 * @param {number} width of the board
 * @param {number} height of the board
 * @param {number} beds
 * @param {number|null} [keep] columns to keep if at all possible, so that a side panel moves no bed to another row
 * @returns {GridLayout}
 */
export function layOut(width, height, beds, keep = null) {
  return (keep && fitting(width, height, beds, () => [keep, keep])) || fitting(width, height, beds, columnsFor) || scrolling(width, beds);
}

function fitting(width, height, beds, rangeOf) {
  for (const density of DENSITIES) {
    const [least, most] = rangeOf(width, density);
    for (let columns = least; columns <= most; columns += 1) {
      const rowHeight = (height + GAP) / Math.ceil(beds / columns) - GAP;
      if (rowHeight >= density.height && (width + GAP) / columns - GAP >= density.width) {
        return { columns, rowHeight: Math.floor(Math.min(rowHeight, TALLEST)), density: density.name, tight: density.tight === true };
      }
    }
  }
  return null;
}

function columnsFor(width, density) {
  const most = Math.max(1, Math.floor((width + GAP) / (density.width + GAP)));
  const least = Math.ceil((width + GAP) / (density.widest + GAP));
  return [Math.min(most, Math.max(1, least)), most];
}

/** Too many beds for this screen: keep tiles readable and let the board scroll. */
function scrolling(width, beds) {
  const { name, width: least, height } = width < PHONE ? MEDIUM : SMALL;
  const columns = Math.max(1, Math.min(beds || 1, Math.floor((width + GAP) / (least + GAP))));
  return { columns, rowHeight: height + 4, density: name, tight: false };
}
