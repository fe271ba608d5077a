// One cursor over all charts of a page: each draws it, whichever the pointer or the arrow keys are on.

/** Dispatches `move`; `time` is null while there is no cursor. */
export class Crosshair extends EventTarget {
  constructor() {
    super();
    /** @type {number|null} */
    this.time = null;
  }

  /** @param {number|null} time */
  moveTo(time) {
    if (time !== this.time) {
      this.time = time;
      this.dispatchEvent(new CustomEvent('move'));
    }
  }

  /**
   * A plugin that draws the cursor in a chart and follows the pointer there.
   * @param {() => string} colour
   */
  plugin(colour) {
    return {
      id: 'crosshair',
      afterEvent: (chart, { event }) => this.follow(chart, event),
      afterDraw: (chart) => this.draw(chart, colour()),
    };
  }

  follow(chart, event) {
    if (event.type === 'mouseout') {
      this.moveTo(null);
    } else if (event.type === 'mousemove' || event.type === 'click') {
      const { left, right } = chart.chartArea;
      this.moveTo(event.x < left || event.x > right ? null : chart.scales.x.getValueForPixel(event.x));
    }
  }

  draw(chart, colour) {
    const { ctx, chartArea: { left, right, top, bottom }, scales } = chart;
    const x = this.time === null ? NaN : scales.x.getPixelForValue(this.time);
    if (!(x >= left && x <= right)) {
      return;
    }
    ctx.save();
    ctx.strokeStyle = colour;
    ctx.lineWidth = 1;
    ctx.beginPath();
    ctx.moveTo(Math.round(x) + 0.5, top);
    ctx.lineTo(Math.round(x) + 0.5, bottom);
    ctx.stroke();
    ctx.restore();
  }
}
