// The ward clock as this browser can know it. Pure but for the two local clocks, which a test may replace.

const SAMPLES = 8;

/** Estimates the server's time from what it sends, and measures how long this page has heard nothing. */
export class WardClock {
  /** @param {{monotonic: () => number, wall: () => number}} [local] */
  constructor(local = { monotonic: () => performance.now(), wall: () => Date.now() }) {
    this.local = local;
    this.offsets = [];
    this.heard();
  }

  /**
   * Learns from an event. The least delayed of the last events gives the best estimate, and a ward clock that runs
   * faster than real time always has it in the newest.
   * @param {number} serverTime
   */
  learn(serverTime) {
    this.offsets.push(serverTime - this.local.monotonic());
    if (this.offsets.length > SAMPLES) {
      this.offsets.shift();
    }
  }

  /** @returns {number|null} ward time, or null before the first event */
  now() {
    return this.offsets.length === 0 ? null : Math.max(...this.offsets) + this.local.monotonic();
  }

  /** Remembers that the server has just been heard. */
  heard() {
    this.heardMonotonic = this.local.monotonic();
    this.heardWall = this.local.wall();
  }

  /**
   * How long nothing was heard. Both local clocks are asked and the longer answer counts: the monotonic one may stand
   * still while a laptop sleeps, the wall one may be set.
   * @returns {number} milliseconds
   */
  silence() {
    return Math.max(0, this.local.monotonic() - this.heardMonotonic, this.local.wall() - this.heardWall);
  }
}
