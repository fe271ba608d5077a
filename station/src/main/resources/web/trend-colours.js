// Colours of the theme for canvases, which cannot read custom properties by themselves.

/**
 * A colour of the theme as it is now.
 * @param {string} name custom property, a hex colour
 */
export function themeColour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/**
 * The same, letting through what lies behind.
 * @param {string} hex `#rrggbb`
 * @param {number} opacity 0 to 1
 */
export function faded(hex, opacity) {
  return `${hex.slice(0, 7)}${Math.round(opacity * 255).toString(16).padStart(2, '0')}`;
}

/**
 * Slanted lines: here nothing is known.
 * @param {string} colour
 */
export function hatched(colour) {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 8;
  const context = canvas.getContext('2d');
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.beginPath();
  [[-2, 2, 2, -2], [0, 8, 8, 0], [6, 10, 10, 6]].forEach(([x1, y1, x2, y2]) => { context.moveTo(x1, y1); context.lineTo(x2, y2); });
  context.stroke();
  return context.createPattern(canvas, 'repeat');
}
