// Every sentence a person reads, in plain English. Another language is another object of this shape.

import { patientMessages } from './messages-patient.js';
import { registerMessages } from './messages-register.js';

const SENSOR_OFF = { spo2: 'probe off', 'heart-rate': 'leads off', 'respiratory-rate': 'leads off' };

/** @type {Record<string, any>} */
export const m = {
  ...patientMessages,
  ...registerMessages,
  product: 'Wardlight',
  notMedical: 'Not a medical device. Demonstration and research only.',
  bed: (bed) => (bed ? `Bed ${bed}` : 'No bed'),
  years: (age) => `${age} y`,
  emptyBed: 'Empty',
  noDevice: 'No device assigned',
  noNurse: 'no nurse assigned',
  unknownPatient: '?',

  vitalNames: {
    'heart-rate': 'Heart rate', 'pulse-rate': 'Pulse rate', 'respiratory-rate': 'Respiratory rate',
    spo2: 'Oxygen saturation', 'body-temperature': 'Temperature', 'skin-temperature': 'Skin temperature',
    'systolic-pressure': 'Systolic pressure', 'diastolic-pressure': 'Diastolic pressure',
    'mean-pressure': 'Mean pressure', glucose: 'Glucose', etco2: 'End-tidal CO₂', 'perfusion-index': 'Perfusion index',
    'step-count': 'Steps', posture: 'Posture', battery: 'Battery', consciousness: 'Consciousness',
    'oxygen-flow': 'Oxygen flow', 'inspired-oxygen': 'Inspired oxygen',
    'inter-beat-interval': 'Inter-beat interval', 'body-motion': 'Motion', rhythm: 'Rhythm',
    oxygen: 'Air or oxygen', pulse: 'Pulse', temperature: 'Temperature',
  },
  vitalName: (vital) => m.vitalNames[vital] ?? plain(vital),
  codes: {
    alert: 'Alert', confused: 'New confusion', voice: 'Responds to voice', pain: 'Responds to pain',
    unresponsive: 'Unresponsive', A: 'Alert', C: 'New confusion', V: 'Responds to voice', P: 'Responds to pain', U: 'Unresponsive', lying: 'Lying', sitting: 'Sitting', standing: 'Standing', air: 'Air', oxygen: 'Oxygen',
    'sustaining-rhythm': 'no dangerous rhythm', asystole: 'Asystole', 'ventricular-fibrillation': 'Ventricular fibrillation', 'ventricular-tachycardia': 'Ventricular tachycardia',
  },
  code: (code) => m.codes[code] ?? plain(code),
  missing: (vital, reason) => ({
    'sensor-off': SENSOR_OFF[vital] ?? 'sensor off',
    'not-measured': 'not measured',
    artefact: 'artefact',
    'sensor-fault': 'sensor fault',
    'out-of-sensor-range': 'out of range',
  }[reason] ?? plain(reason)),
  methods: { ecg: 'ECG', cuff: 'cuff', oximetry: 'oximetry' },
  method: (method) => m.methods[method] ?? plain(method),
  profiles: { 'bedside-monitor': 'bedside monitor', 'wrist-wearable': 'wrist wearable', 'chest-patch': 'chest patch', cgm: 'glucose monitor' },
  profile: (profile) => m.profiles[profile] ?? plain(profile),

  numeric: { never: 'no value yet' },
  sparkTitle: 'Up to 10 minutes, since this page was opened',
  oxygen: (flow) => `O₂ ${flow} L`,

  device: {
    lost: 'device lost', sleeping: 'device asleep', unknown: 'device unknown', online: 'device online',
    battery: (percent) => `battery ${percent} %`,
  },

  news2: {
    name: 'NEWS2',
    none: '--',
    title: (text, scale) => `NEWS2 ${text}, SpO₂ scale ${scale}`,
    missing: (names) => `missing: ${names}`,
    stale: (names) => `too old: ${names}`,
    aging: (names) => `ageing: ${names}`,
    unavailable: (reason) => `NEWS2 not available: ${reason}`,
    bands: { low: 'low', 'low-medium': 'low to medium', medium: 'medium', high: 'high' },
    band: (lower, upper) => (lower === upper ? m.news2.bands[lower] ?? lower
      : `${m.news2.bands[lower] ?? lower} up to ${m.news2.bands[upper] ?? upper}`),
    parameter: 'Parameter', value: 'Value', points: 'Points', input: 'Input', age: 'Age',
    states: { fresh: 'fresh', aging: 'ageing', stale: 'too old', missing: 'missing' },
    scale: (scale) => `SpO₂ scale ${scale}`,
    credit: 'National Early Warning Score 2, Royal College of Physicians, 2017. Nothing is assumed for a missing input.',
    nothing: 'No score yet',
  },

  risk: {
    short: 'Risk', anomaly: 'Anomaly', unusual: '≠ usual',
    nothing: 'No model has said anything yet',
    lost: (title) => `${title}: nothing new for more than 3 min`,
    arrows: { rising: '▲', falling: '▼', steady: '' },
    trends: { rising: 'higher than an hour ago', falling: 'lower than an hour ago', steady: 'as an hour ago' },
    average: (value) => `ward average ${value}`,
    trendLabel: (hours) => `The last ${hours} hours; long dashes: threshold of the model, dots: ward average`,
    asUsual: 'Nothing differs much from what is usual for this patient.',
    reason: (label, value, usual) => `${label} ${value}, usually ${usual}`,
    contribution: (raises, amount) => `${raises ? 'raises' : 'lowers'} it by ${(100 * amount).toFixed(1)} points`,
    how: 'How much lower it would be if this were as usual for this patient; together they need not add up.',
    completeness: (percent) => `inputs ${percent} % complete`,
    shadow: 'shadow: pages nobody', advises: 'advises the clinician',
    degraded: 'Model degraded: its files are not what they were. An engineer has to look.',
    banner: (titles) => `Model degraded: ${titles}. NEWS2 and limits still run.`,
    inputs: {
      'heart-rate': 'HR', 'respiratory-rate': 'RR', spo2: 'SpO₂', temperature: 'T', 'systolic-pressure': 'BP sys',
      'diastolic-pressure': 'BP dia', 'mean-pressure': 'BP mean', 'shock-index': 'HR / BP',
    },
  },

  alarm: {
    others: (n) => `+${n}`,
    ended: (time) => `ended ${time}`,
    acknowledge: 'Acknowledge',
    acknowledgeBed: (bed, text) => `Acknowledge bed ${bed}, ${text}`,
    sending: 'Sending…',
    acknowledgedBy: (who, at) => `✓ ${who} ${at}`,
    goes: (who, at) => `${who} goes, ${at}`,
    held: (why, time) => `${m.alarm.heldBecause[why] ?? why}: asks nobody for ${time}`,
    heldBecause: { inhibited: 'its device is lost', paused: 'paused', silenced: 'silenced', 'hold-off': 'back too soon' },
    silent: (time) => `no sound for ${time}`,
    quiet: (time) => `quiet ${time}`,
    exhausted: 'nobody has answered: the whole unit is asked',
    noReceipt: 'no receipt yet',
    more: (alarm) => `More about ${alarm.text}`,
    asked: (who, level) => (level > 1 ? `→ ${who} (level ${level})` : `→ ${who}`),
    next: (time) => `next in ${time}`,
    nextNow: 'escalating now',
    inputStale: 'its input is old',
    priorities: { high: 'High', medium: 'Medium', low: 'Low' },
    priority: (alarm) => (alarm.kind === 'technical' ? 'Technical' : `${m.alarm.priorities[alarm.priority]} priority`),
    states: {
      'active-unacknowledged': 'not acknowledged', 'active-acknowledged': 'acknowledged',
      latched: 'ended, not acknowledged', closed: 'closed',
    },
    announce: (alarm) => `${m.alarm.priority(alarm)} alarm, bed ${alarm.bed}, ${alarm.text}`,
    moved: 'The list has just moved. Look again, then press Acknowledge.',
    failed: (text) => `Not acknowledged. ${text}`,
  },

  answer: {
    title: (alarm) => `${m.bed(alarm.bed)}: ${alarm.text}`,
    hint: 'Going is not the same as having seen it: the alarm goes on until it is acknowledged.',
    say: 'What you say', submit: 'Say it',
    says: {
      accept: 'I go', reject: 'I cannot go: ask the next one',
      acknowledge: 'Acknowledge, with a reason', notActionable: 'Acknowledge: nobody would have been needed',
    },
    reasonHint: 'Needed when nobody would have been needed, and from whoever is not on the rota',
  },

  burden: {
    title: 'Alarm burden', open: 'Burden', range: 'Time', none: 'None.',
    hours: (hours) => (hours < 48 ? `${hours} h` : `${hours / 24} days`),
    alarmsPerDay: 'Alarms per patient-day', pagesPerDay: 'Pages per patient-day',
    alarmsPerNurse: 'Alarms per nurse-hour', pagesPerNurse: 'Pages per nurse-hour',
    median: 'Median time to an answer', ninetieth: '9 of 10 answered within', forNothing: 'Answered as needing nobody',
    over: (patients, nurses, alarms, pages, answered) => `${alarms} alarms, ${pages} pages, ${answered} answered, over ${patients} monitored patient-hours and ${nurses} nurse-hours.`,
    hint: 'On general wards with wearables about 10 alarms a patient-day were observed (Welch 2016). Few beds and few rules usually raise most of them: look there first.',
    byPriority: 'By priority', byKind: 'By kind', topBeds: 'Beds with most alarms', topRules: 'Rules with most alarms', reasons: 'Why nobody was needed',
  },

  quiet: {
    title: (who) => `${who}: pause alarms`,
    hint: 'It ends by itself. The alarms stay on the board; what gets worse breaks it.',
    what: 'What', submit: 'Do it',
    does: { alarm: 'Pause all alarms, for a procedure', audio: 'Pause the sound' },
    kinds: { alarm: 'Alarms paused', audio: 'Sound paused', rule: 'Rule silenced' },
    short: { alarm: (time) => `paused ${time}`, audio: (time) => `no sound ${time}`, rule: (time) => `rule silenced ${time}` },
    until: (time, actor) => `until ${time}, by ${actor}`,
    rule: (text) => `Silence this rule: ${text}`,
    end: (kind, until, actor) => `End: ${kind.toLowerCase()}, until ${until}, by ${actor}`,
    minutes: 'Minutes', minutesHint: 'Sound 2, a procedure 30, a rule 240 at most, if the ward has not set it otherwise',
    reasonHint: 'Needed unless only the sound is paused. Silencing a rule takes the charge nurse.',
  },

  list: {
    title: 'Alarms',
    unacknowledged: 'Not acknowledged', acknowledged: 'Acknowledged', closed: 'Recently closed',
    none: 'No open alarms', waiting: 'Waiting for the ward…',
    devices: 'Devices without a bed',
    readings: (n) => (n === 1 ? '1 reading' : `${n} readings`),
    assign: 'Assign',
  },

  header: {
    clockUnknown: '--:--:--',
    live: 'Live', connecting: 'Connecting', reconnecting: 'Reconnecting', notMonitoring: 'Not monitoring',
    unacknowledged: (n) => `${n} not acknowledged`,
    allAcknowledged: 'all acknowledged',
    counts: { high: 'high', medium: 'medium', low: 'low', technical: 'technical' },
    beds: (occupied, beds) => `${occupied} of ${beds} beds`,
    startShift: 'Start shift', soundOn: 'Sound on', soundOff: 'Sound off',
    soundTitle: 'Mutes or unmutes this screen only; the alarms stay',
    findBed: 'Find bed', notFound: (bed) => `There is no bed ${bed}`,
    signIn: 'Sign in', signOut: 'Sign out', theme: 'Dark or light (D)', help: 'Keys (?)', pager: 'Pager',
  },

  connection: {
    reconnecting: (seconds) => `Reconnecting ${seconds} s, values are old`,
    notMonitoring: 'NOT MONITORING: use bedside monitors',
    noData: (seconds) => `No data for ${seconds} s. This page keeps trying to reconnect.`,
    pagerOff: 'PAGER NOT CONNECTED: pages do not arrive here',
  },

  sound: {
    off: 'SOUND OFF',
    notStarted: 'This screen makes no sound until a person starts the shift.',
    blocked: 'The browser blocks sound. Press Start shift.',
    muted: 'Muted on this screen. Alarms are visible only.',
    unsupported: 'This browser has no Web Audio: alarms are visible only.',
    unmute: 'Sound on',
  },

  empty: {
    title: 'No beds yet',
    text: 'This ward has no beds. Start the demonstration ward, or ask what is missing:',
    commands: ['./wardlight demo --beds 16', './wardlight doctor'],
    noWard: 'This server knows no ward yet.',
  },
  failure: {
    title: 'The ward could not be loaded',
    retry: 'Try again', reference: (reference) => `Reference ${reference}`,
    network: 'The server did not answer. Check that Wardlight is running and the network is up.',
    unknown: (status) => `The server answered with status ${status}.`,
    timeout: 'The server took too long to answer.',
  },

  signIn: {
    title: 'Sign in', toAcknowledge: 'Sign in to acknowledge', person: 'Name', password: 'One-time password',
    submit: 'Sign in', submitAcknowledge: 'Sign in and acknowledge', busy: 'Signing in…',
    choose: 'Choose your name', hint: 'The demonstration prints the one-time password in its terminal.',
    back: 'To the ward board', done: (name) => `Signed in as ${name}.`,
  },

  panel: {
    close: 'Close', loading: 'Loading…', nurse: 'Nurse', device: 'Device', profile: 'Care profile',
    vitals: 'Vitals', openAlarms: 'Open alarms', limits: 'Alarm limits', log: 'Alarm log',
    noVitals: 'No value has arrived yet.', noLimits: 'No limits are set.', noLog: 'No alarms in this stay.',
    emptyBed: 'Nobody is in this bed.',
    table: { vital: 'Vital', value: 'Value', method: 'Method', age: 'Age', quality: 'Signal' },
    limitSide: (side) => (side === 'low' ? 'below' : 'above'),
    limitText: (side, threshold) => `${side === 'low' ? 'below' : 'above'} ${threshold}`,
    noDelay: 'at once',
    logged: { raised: 'raised', ended: 'ended' },
    decided: (deciding) => `decided by ${deciding.device}, boot ${deciding.boot}, message ${deciding.seq}`,
  },

  assign: {
    title: 'Assign device', device: 'Device', bed: 'Bed', profile: 'Kind', submit: 'Assign to bed',
    none: 'No device is sending without a bed now. One that will send may be entered by its id.',
    noPatient: (bed) => `${bed} (empty)`,
  },

  help: {
    title: 'Keys',
    keys: [
      ['← ↑ → ↓', 'move between beds'], ['Enter', 'open the bed'], ['Esc', 'close the side panel'],
      ['A', 'acknowledge the top alarm of the bed in focus'], ['N  /  Shift N', 'next, previous bed with an alarm not acknowledged'],
      ['T', 'trends of the bed in focus'],
      ['/', 'find a bed by number'], ['D', 'dark or light'], ['?', 'this list'],
    ],
    looks: 'How values look',
    values: [
      ['96', 'live'], ['96 22s', 'dotted and dimmed: old, with its age'], ['--', 'lost: too old to show'],
      ['~96', 'poor signal; when dimmed, no limit and no score uses it'], ['probe off', 'the device says why there is none'],
      ['4-9 ?', 'NEWS2 lies between 4 and 9: an input is missing'],
    ],
    sounds: 'Sound patterns: high 3 + 2 pulses twice, medium 3, low 1.',
  },

  pager: {
    title: 'Pager', demo: 'Demonstration: every page of the ward',
    none: 'No pages yet', noneText: 'A page appears here as soon as an alarm asks somebody to come.',
    level: (level) => `Level ${level}`,
    latency: (ms) => (ms < 10_000 ? `sensor→page ${Math.round(ms)} ms` : `sensor→page ${(ms / 1000).toFixed(1)} s`),
    later: (ms) => `${Math.round(ms / 1000)} s after the reading`,
    repeat: (n) => `repeat ${n}`,
    received: (time) => `received ${time}`,
    decided: (d, time) => `Decided by ${d.device} · boot ${d.boot} · seq ${d.seq}${time ? ` · device clock ${time}` : ''}`,
    escalated: 'Escalated', board: 'Ward board',
  },
};

function plain(code) {
  return String(code ?? '').replaceAll('-', ' ').replaceAll('_', ' ');
}
