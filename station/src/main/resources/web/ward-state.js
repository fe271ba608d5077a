// What this browser knows of the ward: the last snapshot plus every frame and alarm since.

import { isOpen, isUnacknowledged, newestFirst, worstFirst } from './alarm-look.js';
import { VitalHistory } from './vital-history.js';

const CLOSED_KEPT = 50;

/** Applies snapshots, frames and alarms; hands out tiles in bed order and alarms by bed. */
export class WardState {
  constructor() {
    this.loaded = false;
    this.ward = null;
    this.demo = null;
    /** @type {import('./types.js').Session|null} */
    this.session = null;
    /** @type {Map<string, import('./types.js').Tile>} */
    this.tiles = new Map();
    /** @type {Map<string, import('./types.js').Alarm>} */
    this.alarms = new Map();
    /** @type {import('./types.js').Counts} */
    this.counts = { high: 0, medium: 0, low: 0, technical: 0, unacknowledged: 0 };
    /** @type {import('./types.js').UnassignedDevice[]} */
    this.unassigned = [];
    /** @type {string[]} */
    this.beds = [];
    this.history = new VitalHistory();
  }

  /** @param {import('./types.js').Snapshot} snapshot */
  applySnapshot(snapshot) {
    this.loaded = true;
    this.ward = snapshot.ward;
    this.demo = snapshot.demo;
    this.session = snapshot.session;
    this.counts = snapshot.counts;
    this.unassigned = snapshot.unassignedDevices ?? [];
    this.tiles.clear();
    this.alarms.clear();
    for (const alarm of snapshot.alarms) {
      this.alarms.set(alarm.id, alarm);
    }
    for (const tile of snapshot.tiles) {
      this.putTile(tile);
    }
    this.orderBeds();
  }

  /** @param {{serverTime:number, tiles: import('./types.js').Tile[], counts?: import('./types.js').Counts, unassignedDevices?: import('./types.js').UnassignedDevice[]}} frame */
  applyFrame(frame) {
    let grown = false;
    for (const tile of frame.tiles ?? []) {
      grown ||= !this.tiles.has(tile.bed);
      this.putTile(tile);
    }
    this.counts = frame.counts ?? this.counts;
    this.unassigned = frame.unassignedDevices ?? this.unassigned;
    if (grown) {
      this.orderBeds();
    }
  }

  /**
   * @param {import('./types.js').Alarm} alarm
   * @param {import('./types.js').Counts} [counts]
   * @returns {boolean} whether this alarm was unknown until now
   */
  applyAlarm(alarm, counts) {
    this.counts = counts ?? this.counts;
    const known = this.alarms.get(alarm.id);
    if (!known || alarm.seq >= known.seq) {
      this.alarms.set(alarm.id, alarm);
    }
    this.forgetOldClosed();
    return !known;
  }

  /** @param {string} bed @returns {import('./types.js').Alarm[]} open ones, worst first */
  openAlarms(bed) {
    return this.openAlarmsByBed().get(bed) ?? [];
  }

  /** @returns {Map<string, import('./types.js').Alarm[]>} open alarms of every bed that has one, worst first */
  openAlarmsByBed() {
    const lying = new Map([...this.tiles.values()].filter((tile) => tile.patientRef).map((tile) => [tile.patientRef, tile.bed]));
    const byBed = new Map();
    for (const alarm of this.alarms.values()) {
      const bed = isOpen(alarm) ? lying.get(alarm.patientRef) ?? this.bedLeft(alarm) : null;
      if (bed !== null) {
        byBed.has(bed) ? byBed.get(bed).push(alarm) : byBed.set(bed, [alarm]);
      }
    }
    byBed.forEach((alarms) => alarms.sort(worstFirst));
    return byBed;
  }

  /** The bed of an alarm whose patient lies nowhere; null when somebody else lies there: it is not theirs. */
  bedLeft(alarm) {
    return this.tiles.get(alarm.bed)?.patientRef ? null : alarm.bed;
  }

  /** @returns {import('./types.js').Alarm[]} not acknowledged, newest first */
  unacknowledged() {
    return [...this.alarms.values()].filter(isUnacknowledged).sort(newestFirst);
  }

  putTile(tile) {
    this.tiles.set(tile.bed, tile);
    this.history.add(tile);
    for (const alarm of tile.alarms ?? []) {
      this.applyAlarm(alarm);
    }
  }

  orderBeds() {
    const tiles = [...this.tiles.values()].sort((a, b) => a.order - b.order);
    this.beds = tiles.map((tile) => tile.bed);
  }

  forgetOldClosed() {
    if (this.alarms.size <= CLOSED_KEPT * 2) {
      return;
    }
    const closed = [...this.alarms.values()].filter((alarm) => !isOpen(alarm)).sort(newestFirst);
    closed.slice(CLOSED_KEPT).forEach((alarm) => this.alarms.delete(alarm.id));
  }
}
