// One chart on a canvas, by Chart.js. It draws what it is given and asks nobody.

import { css, html, LitElement } from 'lit';
import { Chart, Filler, LinearScale, LineController, LineElement, PointElement, Tooltip } from 'chart.js';
import annotation from 'chartjs-plugin-annotation';
import { themeColour } from './trend-colours.js';

Chart.register(LineController, LineElement, PointElement, LinearScale, Filler, Tooltip, annotation);
Chart.defaults.animation = false; // a ward screen that moves says that something happens
Chart.defaults.font.size = 11;

/** The same for all charts, so that the same time stands in the same place. */
const AXIS_WIDTH = 44;
const MOST_PIXELS = 2;

/**
 * @typedef {object} Plot
 * @property {number} from
 * @property {number} to
 * @property {{value:number, label:string}[]} ticks of the time axis
 * @property {[number, number]} axis
 * @property {number} [axisStep]
 * @property {object[]} datasets of Chart.js, points already parsed
 * @property {object[]} annotations
 * @property {string[]} markTexts what to say of each mark
 */

/** `<wl-chart>`: draws a {@link Plot} again whenever it is another one. */
export class ChartCanvas extends LitElement {
  static properties = { plot: { attribute: false }, crosshair: { attribute: false } };

  static styles = css`
    :host { display: block; position: relative; height: 100%; min-width: 0; }
    canvas { display: block; }
  `;

  constructor() {
    super();
    this.redraw = () => {
      this.frame ??= requestAnimationFrame(() => { this.frame = null; this.chart?.draw(); });
    };
  }

  render() {
    return html`<canvas></canvas>`;
  }

  firstUpdated() {
    this.chart = new Chart(this.renderRoot.querySelector('canvas'), {
      type: 'line',
      data: { datasets: this.plot.datasets },
      options: optionsOf(this.plot),
      plugins: [this.crosshair.plugin(() => themeColour('--text'))],
    });
    this.crosshair.addEventListener('move', this.redraw);
  }

  updated(changed) {
    if (changed.has('plot') && this.chart && this.chart.data.datasets !== this.plot.datasets) {
      this.chart.data.datasets = this.plot.datasets;
      this.chart.options = optionsOf(this.plot);
      this.chart.update('none');
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.crosshair.removeEventListener('move', this.redraw);
    this.chart?.destroy();
    this.chart = null;
  }
}

/** @param {Plot} plot */
function optionsOf(plot) {
  return {
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    devicePixelRatio: Math.min(MOST_PIXELS, window.devicePixelRatio || 1),
    parsing: false,
    normalized: true,
    events: ['mousemove', 'mouseout', 'click', 'touchstart', 'touchmove'],
    interaction: { mode: 'nearest', intersect: true, axis: 'xy' },
    layout: { padding: { right: 8, top: 4 } },
    plugins: { legend: { display: false }, annotation: { annotations: plot.annotations, animations: false }, tooltip: tooltip(plot) },
    scales: { x: timeScale(plot), y: valueScale(plot), marks: { display: false, min: 0, max: 9 } },
  };
}

function timeScale(plot) {
  return {
    type: 'linear', min: plot.from, max: plot.to,
    grid: { color: themeColour('--line'), drawTicks: false },
    border: { display: false },
    afterBuildTicks: (scale) => { scale.ticks = plot.ticks.map((tick) => ({ ...tick })); },
    ticks: { color: themeColour('--dim'), autoSkip: false, maxRotation: 0, padding: 4, callback: (_, i) => plot.ticks[i]?.label ?? '' },
  };
}

function valueScale(plot) {
  return {
    type: 'linear', min: plot.axis[0], max: plot.axis[1],
    grid: { color: themeColour('--line'), drawTicks: false },
    border: { display: false },
    afterFit: (scale) => { scale.width = AXIS_WIDTH; },
    ticks: { color: themeColour('--dim'), maxTicksLimit: 5, includeBounds: false, stepSize: plot.axisStep, padding: 6 },
  };
}

/** Only marks speak on their own; values stand in the heading of the chart, at the cursor. */
function tooltip(plot) {
  return {
    filter: (item) => item.dataset.id === 'marks',
    displayColors: false,
    backgroundColor: themeColour('--raised'), bodyColor: themeColour('--text'), borderColor: themeColour('--dim'), borderWidth: 1,
    callbacks: { title: () => '', label: (item) => plot.markTexts[item.dataIndex] ?? '' },
  };
}

customElements.define('wl-chart', ChartCanvas);
