// One clock for everything that flashes: high 2 Hz, medium 0.6 Hz, half on and half off, all in step.
// Only the elements that flash are touched, so sixty quiet tiles cost nothing. Those who ask for reduced motion get a
// solid look from the style sheets, which ignore `data-off` then.

const HALF_PERIOD_MS = { high: 250, medium: 833 };

/** @type {Record<string, Set<HTMLElement>>} */
const flashing = { high: new Set(), medium: new Set() };

/**
 * Lets an element flash, or stops it.
 * @param {HTMLElement} element
 * @param {'high'|'medium'|null} rate null stops it
 */
export function flash(element, rate) {
  for (const [name, elements] of Object.entries(flashing)) {
    if (name === rate) {
      elements.add(element);
    } else if (elements.delete(element)) {
      element.removeAttribute('data-off');
    }
  }
}

for (const [rate, half] of Object.entries(HALF_PERIOD_MS)) {
  let off = false;
  setInterval(() => {
    off = !off;
    for (const element of flashing[rate]) {
      element.toggleAttribute('data-off', off);
    }
  }, half);
}
