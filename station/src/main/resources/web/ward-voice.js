// Sound and speech of the ward on the pages beside the board: whoever reads charts must hear what the board would say.

import { audible, callingPriority, isCalling, worstFirst } from './alarm-look.js';
import { m } from './messages.js';
import { AlarmSound } from './sound.js';

/** Follows a feed; `spoken` is what to say to those who do not see. */
export class WardVoice {
  /** @param {import('./ward-feed.js').WardFeed} feed */
  constructor(feed) {
    this.sound = new AlarmSound();
    this.spoken = '';
    this.sound.addEventListener('change', () => feed.tell());
    feed.addEventListener('change', () => this.follow(feed));
  }

  follow({ state, connection }) {
    this.sound.setNotMonitoring(connection.state === 'not-monitoring');
    if (state.loaded) {
      this.call(audible(state.alarms.values(), connection.clock.now() ?? 0).filter(isCalling).sort(worstFirst));
    }
  }

  /** An alarm that has just begun to call, or has become worse, is heard at once. */
  call(calling) {
    const known = this.known;
    this.known = new Set(calling.map(callOf));
    this.sound.call(callingPriority(calling));
    const fresh = known ? calling.filter((alarm) => !known.has(callOf(alarm))) : [];
    if (fresh.length > 0) {
      this.sound.callNow(fresh[0].priority);
      this.spoken = fresh.filter((alarm) => alarm.priority !== 'low').map(m.alarm.announce).join('. ');
    }
  }
}

function callOf(alarm) {
  return `${alarm.id}/${alarm.priority}`;
}
