// Alarm sound by Web Audio. The patterns are patterned after familiar monitors; no claim of conformity with a standard.

import { isWorse } from './alarm-look.js';

/** Start times (s) of the pulses, pulse length, pitch (Hz) and the pause until the pattern repeats (s). */
const PATTERNS = {
  high: { pulses: burst([0, 0.22, 0.44, 0.8, 1.02], 2, 1.75), length: 0.15, pitch: 880, every: 8 },
  medium: { pulses: [0, 0.38, 0.76], length: 0.22, pitch: 587, every: 16 },
  low: { pulses: [0], length: 0.3, pitch: 440, every: 30 },
};
const HARMONICS = [1, 0.6, 0.4, 0.3, 0.18];
const LOUDNESS = 0.22;
const RAMP_S = 0.02;
/** No pattern lasts longer. */
const PATTERN_MS = 3_500;
const NOT_MONITORING_EVERY_MS = 2_000;

/** @typedef {'not-started'|'on'|'muted'|'blocked'|'unsupported'} SoundState */

/** Sounds the worst calling priority again and again; dispatches `change` when its state changes. */
export class AlarmSound extends EventTarget {
  constructor() {
    super();
    /** @type {AudioContext|null} */
    this.context = null;
    this.muted = false;
    /** @type {import('./types.js').Priority|null} */
    this.calling = null;
    this.notMonitoring = false;
    this.nextAt = 0;
    this.startedAt = -Infinity;
  }

  /** @returns {SoundState} */
  state() {
    if (typeof AudioContext === 'undefined') {
      return 'unsupported';
    }
    if (!this.context) {
      return 'not-started';
    }
    if (this.muted) {
      return 'muted';
    }
    return this.context.state === 'running' ? 'on' : 'blocked';
  }

  /** Starts or restarts sound; must be called from a person's gesture. Plays one short test pulse. */
  async start() {
    if (typeof AudioContext === 'undefined') {
      return;
    }
    if (!this.context) {
      this.context = new AudioContext();
      this.context.onstatechange = () => this.changed();
      this.ticker = setInterval(() => this.tick(), 250);
    }
    this.muted = false;
    await this.context.resume().catch(() => {});
    this.pulse(this.context.currentTime + 0.05, 0.12, PATTERNS.low.pitch);
    this.nextAt = performance.now() + 800;
    this.changed();
  }

  /** Silences this screen, until `start`. */
  mute() {
    this.muted = true;
    this.changed();
  }

  /**
   * Says which priority calls. A worse one sounds at once, an equal or lesser one waits for its turn.
   * @param {import('./types.js').Priority|null} priority
   */
  call(priority) {
    if (isWorse(priority, this.calling)) {
      this.nextAt = Math.min(this.nextAt, performance.now());
    }
    this.calling = priority;
    this.tick();
  }

  /**
   * Sounds a call that has just begun, unless a worse one is sounding or the last pattern is not over.
   * @param {import('./types.js').Priority} priority
   */
  callNow(priority) {
    if (!isWorse(this.calling, priority)) {
      this.nextAt = Math.min(this.nextAt, Math.max(performance.now(), this.startedAt + PATTERN_MS));
      this.tick();
    }
  }

  /** Sounds its own two-tone signal while nothing is monitored. @param {boolean} on */
  setNotMonitoring(on) {
    this.notMonitoring = on;
    this.tick();
  }

  tick() {
    if (this.state() !== 'on' || performance.now() < this.nextAt) {
      return;
    }
    const start = this.context.currentTime + 0.03;
    if (this.notMonitoring) {
      this.pulse(start, 0.45, 740);
      this.pulse(start + 0.5, 0.6, 392);
      this.nextAt = performance.now() + NOT_MONITORING_EVERY_MS;
    } else if (this.calling) {
      const pattern = PATTERNS[this.calling];
      this.startedAt = performance.now();
      pattern.pulses.forEach((at) => this.pulse(start + at, pattern.length, pattern.pitch));
      this.nextAt = performance.now() + pattern.every * 1000;
    }
  }

  pulse(start, length, pitch) {
    const gain = this.context.createGain();
    gain.gain.setValueAtTime(0, start);
    gain.gain.linearRampToValueAtTime(LOUDNESS, start + RAMP_S);
    gain.gain.setValueAtTime(LOUDNESS, start + length - RAMP_S);
    gain.gain.linearRampToValueAtTime(0, start + length);
    gain.connect(this.context.destination);
    const oscillator = this.context.createOscillator();
    oscillator.setPeriodicWave(this.wave());
    oscillator.frequency.value = pitch;
    oscillator.connect(gain);
    oscillator.start(start);
    oscillator.stop(start + length + RAMP_S);
  }

  wave() {
    this.harmonics ??= this.context.createPeriodicWave(new Float32Array(HARMONICS.length + 1), Float32Array.of(0, ...HARMONICS));
    return this.harmonics;
  }

  changed() {
    this.dispatchEvent(new CustomEvent('change'));
  }
}

function burst(pulses, times, apart) {
  return Array.from({ length: times }, (_, i) => pulses.map((at) => at + i * apart)).flat();
}
