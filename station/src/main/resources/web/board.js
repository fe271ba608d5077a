// The grid of beds in bed order. Decides sizes, keeps one tile in focus, paints all tiles in one pass.

import { css, html, LitElement } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { GAP, layOut } from './grid-layout.js';
import { basics } from './shared-style.js';
import './tile.js';

const SPARK_EVERY_S = 10;
const STEP = { ArrowLeft: -1, ArrowRight: 1 };

/** `<wl-board>`: dispatches `bed-opened` ({bed}). */
export class WardBoard extends LitElement {
  static properties = {
    beds: { attribute: false },
    expected: { type: Number },
    layout: { state: true },
    focused: { state: true },
    opened: { attribute: false },
    narrowed: { type: Boolean },
  };

  static styles = [basics, css`
    :host { display: block; overflow: auto; scrollbar-gutter: auto; padding: 0 ${GAP}px ${GAP}px; }
    .grid { display: grid; gap: ${GAP}px; }
    .row { display: contents; }
    wl-tile:focus-visible { outline: var(--focus); outline-offset: 1px; }
    .bone { border-radius: 7px; background: var(--tile); border: 1px solid var(--line); opacity: 0.55; padding: 10px; }
    .bone i { display: block; height: 12px; margin-bottom: 12px; border-radius: 4px; background: var(--raised); }
    .bone i:nth-child(1) { width: 40%; }
    .bone i:nth-child(2) { width: 100%; height: 20px; opacity: 0; }
    .bone i:nth-child(3) { width: 70%; height: 26px; }
    .bone i:nth-child(4) { width: 55%; height: 26px; }
  `];

  constructor() {
    super();
    /** @type {string[]} */
    this.beds = [];
    this.expected = 16;
    this.focused = null;
    this.opened = null;
    this.layout = layOut(1280, 720, this.expected);
    this.narrowed = false;
    /** Columns while no side panel narrows the board. */
    this.wideColumns = null;
    this.colours = null;
    document.addEventListener('theme-changed', () => { this.colours = null; });
  }

  connectedCallback() {
    super.connectedCallback();
    this.observer = new ResizeObserver(() => this.measure());
    this.observer.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.observer.disconnect();
  }

  willUpdate(changed) {
    this.hadFocus = this.renderRoot?.activeElement?.dataset.bed ?? null;
    if (changed.has('beds') || changed.has('expected')) {
      this.measure();
      this.focused = this.beds.includes(this.focused) ? this.focused : this.beds[0] ?? null;
    }
  }

  measure() {
    const beds = this.beds.length || this.expected;
    if (this.clientWidth > 0) {
      const keep = this.narrowed ? this.wideColumns : null;
      const next = layOut(this.clientWidth - 2 * GAP, this.clientHeight - GAP, beds, keep);
      this.wideColumns = this.narrowed ? this.wideColumns : next.columns;
      if (JSON.stringify(next) !== JSON.stringify(this.layout)) {
        this.layout = next;
      }
    }
  }

  render() {
    if (this.beds.length === 0) {
      return html`<div class="grid" aria-busy="true">
        ${Array.from({ length: this.expected }, () => html`<div class="bone"><i></i><i></i><i></i><i></i></div>`)}
      </div>`;
    }
    return html`<div class="grid" role="grid" aria-label="Beds" aria-readonly="true" @keydown=${this.onKey} @click=${this.onClick} @focusin=${this.onFocus}>
      ${rowsOf(this.beds, this.layout.columns).map((row) => html`<div class="row" role="row">
        ${repeat(row, (bed) => bed, (bed) => html`<wl-tile role="gridcell" data-bed=${bed} data-density=${this.layout.density} ?data-tight=${this.layout.tight}
          tabindex=${bed === this.focused ? 0 : -1} aria-selected=${bed === this.opened}></wl-tile>`)}
      </div>`)}
    </div>`;
  }

  updated() {
    const grid = this.renderRoot.querySelector('.grid');
    grid.style.gridTemplateColumns = `repeat(${this.layout.columns}, minmax(0, 1fr))`;
    grid.style.gridAutoRows = `${this.layout.rowHeight}px`;
    this.tiles = new Map([...this.renderRoot.querySelectorAll('wl-tile')].map((tile) => [tile.dataset.bed, tile]));
    if (this.hadFocus && !this.renderRoot.activeElement) {
      this.tiles.get(this.hadFocus)?.focus(); // other columns mean other elements; the focus stays on its bed
    }
    this.dispatchEvent(new CustomEvent('laid-out'));
  }

  /**
   * Paints every tile; call it inside one animation frame.
   * @param {import('./ward-state.js').WardState} state
   * @param {number} now ward time
   * @param {boolean} fresh whether the connection delivers
   */
  paint(state, now, fresh) {
    const alarms = state.openAlarmsByBed();
    const second = Math.floor(now / 1000);
    this.beds.forEach((bed, i) => {
      const element = this.tiles?.get(bed);
      const tile = state.tiles.get(bed);
      if (!element || !tile) {
        return;
      }
      element.paint({ tile, alarms: alarms.get(bed) ?? [], now, fresh, timeZone: state.ward?.timeZone });
      if (this.layout.density === 'large' && ((second + i) % SPARK_EVERY_S === 0 || !element.drawn)) {
        element.drawn = element.hasUpdated;
        element.paintSparklines(state.history, bed, now, this.sparkColours());
      }
    });
  }

  /** Moves the focus to a bed and scrolls it into view. @param {string} bed */
  focusBed(bed) {
    this.focused = bed;
    this.tiles?.get(bed)?.focus();
  }

  sparkColours() {
    if (!this.colours) {
      const style = getComputedStyle(this);
      this.colours = { hr: style.getPropertyValue('--hr').trim(), spo2: style.getPropertyValue('--spo2').trim() };
    }
    return this.colours;
  }

  onKey(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    if (event.key === 'Enter' || event.key === ' ') {
      this.open(this.focused);
      event.preventDefault();
      return;
    }
    const target = this.targetOf(event.key);
    if (target !== null) {
      event.preventDefault();
      this.focusBed(this.beds[Math.max(0, Math.min(this.beds.length - 1, target))]);
    }
  }

  targetOf(key) {
    const at = this.beds.indexOf(this.focused);
    const columns = this.layout.columns;
    if (key in STEP) {
      return at + STEP[key];
    }
    const down = at + columns < this.beds.length ? at + columns : at;
    const up = at - columns >= 0 ? at - columns : at;
    return { ArrowDown: down, ArrowUp: up, Home: 0, End: this.beds.length - 1 }[key] ?? null;
  }

  onClick(event) {
    const bed = event.target.closest('wl-tile')?.dataset.bed;
    if (bed) {
      this.focusBed(bed);
      this.open(bed);
    }
  }

  onFocus(event) {
    this.focused = event.target.closest('wl-tile')?.dataset.bed ?? this.focused;
  }

  open(bed) {
    if (bed) {
      this.dispatchEvent(new CustomEvent('bed-opened', { detail: { bed } }));
    }
  }
}

function rowsOf(beds, columns) {
  const rows = [];
  for (let i = 0; i < beds.length; i += columns) {
    rows.push(beds.slice(i, i + columns));
  }
  return rows;
}

customElements.define('wl-board', WardBoard);
