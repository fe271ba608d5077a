// Sentences of the patient page. Part of messages.js.

/** @type {Record<string, any>} */
export const patientMessages = {
  patientPage: {
    title: (bed) => `Bed ${bed}`,
    choose: 'Choose a bed', unknownBed: (bed) => `There is no bed ${bed} on this ward.`,
    board: 'Ward board', register: 'Ward register', live: 'Now', alarms: 'Open alarms',
    elsewhere: (n) => (n === 1 ? '1 alarm not acknowledged on another bed' : `${n} alarms not acknowledged on other beds`),
    empty: 'Nobody is in this bed.',
    previous: 'Previous bed', next: 'Next bed',
  },
  trends: {
    title: 'Trends', open: 'Trends', openKey: 'Trends (T)',
    range: (hours) => `${hours} h`,
    rangeLabel: 'How far back',
    groups: { heart: 'Heart rate', spo2: 'Oxygen saturation', breath: 'Respiratory rate', pressure: 'Blood pressure', temperature: 'Temperature', skin: 'Skin temperature' },
    news2: 'NEWS2',
    cursor: (time) => `at ${time}`,
    nothing: 'not measured', noScore: 'no score',
    late: 'sent later',
    between: (min, max) => `${min}–${max}`,
    usual: (low, high) => `usually ${low}–${high}`,
    usualTitle: (minutes) => `The middle four fifths of the last 24 h (${minutes} minutes): what is usual for this patient, no limit`,
    alarmMark: (time, kind, rule) => `${time} ${({ high: '***', medium: '**', low: '*', technical: '!!' })[kind] ?? ''} ${rule.replaceAll('-', ' ')}`,
    legend: [
      ['band', 'lowest to highest, mean as a line'], ['late', 'sent later'], ['limit-medium', 'beyond a medium limit'], ['limit-high', 'beyond a high limit'],
      ['usual', 'usual for this patient, at the right edge'],
    ],
    marks: [['high', 'high alarm'], ['medium', 'medium'], ['low', 'low'], ['technical', 'technical'], ['intervention', 'intervention']],
    keys: 'Arrow keys move the cursor',
    loading: 'Loading trends…',
    emptyTitle: 'No trend yet',
    emptyText: 'Nothing was measured in this range. The first window of a new patient is there after about a minute.',
    unavailable: 'Trends unavailable: values and alarms go on.',
    failed: 'Trends could not be loaded.',
    old: (time) => `Shown as of ${time}.`,
    table: 'Table', charts: 'Charts', rows: (minutes) => (minutes < 60 ? `${minutes} min rows` : '1 h rows'),
    copy: 'Copy as text', copied: 'Copied', copyFailed: 'The browser does not let this page copy. Select the table by hand.',
    csv: 'Save as CSV', csvPseudonymised: 'CSV without identity',
    csvTitle: 'The patient is a random word made for this file, and times count from its first row',
    time: 'Time', tableCaption: 'Mean of each stretch of time; worst NEWS2',
  },
};
