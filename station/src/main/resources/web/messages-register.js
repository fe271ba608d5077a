// Sentences of the ward register and its forms. Part of messages.js.

/** @type {Record<string, any>} */
export const registerMessages = {
  roles: {
    names: { viewer: 'viewer', nurse: 'nurse', charge: 'charge nurse', admin: 'engineer' },
    takes: (role) => `It takes the role ${registerMessages.roles.names[role] ?? role} or higher.`,
  },
  form: {
    reason: 'Reason', reasonOptional: 'Reason (may stay empty)', submit: 'Save', busy: 'Saving…', again: 'Try again',
    since: 'Since', sinceHint: 'Empty: from now on. Readings that wait without a bed since then go to the patient.',
    until: 'Until', untilHint: 'Empty: as it is.', at: 'When', atHint: 'Empty: now.', wardTime: 'by the clock of the ward',
    none: 'none', unknown: 'not known', choose: 'Choose…', notObserved: 'not observed', required: 'needed',
  },
  register: {
    alarms: (n) => (n === 1 ? '1 alarm not acknowledged' : `${n} alarms not acknowledged`),
    title: 'Ward register', open: 'Register', board: 'Ward board', beds: 'Beds', waiting: 'Devices without a bed', devices: 'Who wore which device',
    rota: 'Who is asked about an alarm', changes: 'Changes', reload: 'Load again',
    loading: 'Loading the register…', failed: 'The register could not be loaded.',
    noBeds: 'This ward has no beds yet.', noDevices: 'No device is known yet.', noWaiting: 'Every device that sends is assigned.', noChanges: 'Nothing was changed yet.',
    empty: 'empty', unknownPatient: 'unknown patient', noDevice: 'no device', now: 'still worn', plain: 'always', noShifts: 'No shifts: the same people at all hours.',
    columns: { bed: 'Bed', patient: 'Patient', since: 'Admitted', device: 'Device', nurse: 'Nurse', profile: 'Care profile', scale: 'SpO₂ scale', actions: 'Actions' },
    history: { patient: 'Bed, patient', from: 'From', to: 'To', by: 'Entered by', reason: 'Reason' },
    shift: 'Shift', from: 'From', time: 'Time', actor: 'Who', what: 'What', about: 'About',
    more: 'More', ordered: (by) => `ordered by ${by}`,
    waitingText: (n, age) => `${n === 1 ? '1 reading' : `${n} readings`} wait, last ${age} ago`,
    actions: {
      admit: 'Admit', demographics: 'Initials, age', transfer: 'Transfer', discharge: 'Discharge', swap: 'Swap beds or devices', assign: 'Assign device', takeOff: 'Take off',
      correct: 'Correct', limits: 'Limits', careProfile: 'Care profile', scale: 'SpO₂ scale', nurse: 'Nurse', addBed: 'Add bed', removeBed: 'Remove bed',
      rota: 'Change', chart: 'Chart', trends: 'Trends', takeOffDevice: 'Take off device',
    },
  },
  action: {
    admit: (bed) => `Admit to bed ${bed}`, initials: 'Initials', age: 'Age (years)', sex: 'Sex', sexes: { female: 'female', male: 'male', other: 'other' },
    ageHint: 'Without it no NEWS2 is given.', demographics: (who) => `Initials, age and sex of ${who}`,
    careProfile: 'Care profile', device: 'Device', profile: 'Kind of device', bed: 'Bed', nurse: 'Nurse',
    profileHint: 'Only for a device that is new to the register.', inBedSince: 'In this bed since', inBedSinceHint: 'Empty: now. Readings of the device that wait since then go to the patient.',
    transfer: (who) => `Transfer ${who}`, toBed: 'To bed', transferHint: 'Devices go along. Only empty beds can be chosen; to change places, swap.',
    discharge: (who) => `Discharge ${who}`, dischargeHint: 'The stay ends, its devices are taken off, its alarms close. A new stay begins with a new reference.',
    takeOff: (device) => `Take off ${device}`, takeOffHint: 'What the device sends afterwards waits without a bed.',
    correct: (device) => `Correct ${device}`, correctHint: 'What was said before is kept in the history.',
    limits: (who) => `Limits of ${who}`, threshold: 'limit', delay: 'after s',
    limitsHint: (set) => `${set ? `Set by ${set.actor}: ${set.reason}. ` : ''}For each priority the limit, and the seconds that it must last before an alarm. No limit, no such alarm.`,
    careProfileOf: (who) => `Care profile of ${who}`, scaleOf: (who) => `SpO₂ scale of ${who}`, scale: 'SpO₂ scale', scales: { 1: '1: 96 % and more is normal', 2: '2: 88 to 92 % is the target' },
    scaleHint: 'Scale 2 only on the order of a clinician, for hypercapnic respiratory failure.', orderedBy: 'Ordered by',
    nurseOf: (bed) => `Nurse of bed ${bed}`, addBed: 'Add a bed', bedId: 'Number of the bed', removeBed: (bed) => `Remove bed ${bed}`,
    swap: 'Swap', bedA: 'Bed', bedB: 'With bed', what: 'What changes places', whats: { patients: 'the patients, with their devices', devices: 'the devices alone' },
    swapHint: 'Empty: now. Only devices can have changed places before.',
    rota: 'Who is asked', rotaHint: 'Asked from top to bottom. A shift lasts until the next one begins. Without a name it is no shift, without a role no step.',
    shiftName: 'Name', shiftFrom: 'From', role: 'Role', receiver: 'Receiver', asked: 'Asked', step: (n) => `${n}.`, nurseOfBed: 'nurse of the bed',
    always: 'without a shift',
  },
  chart: {
    title: (who) => `Chart for ${who}`, correct: (who) => `Correct an entry of ${who}`, strike: 'Strike out', consciousness: 'Consciousness', oxygen: 'Oxygen',
    oxygens: { air: 'room air', flow: 'flow, L/min', fraction: 'inspired fraction, %' }, amount: 'How much', intervention: 'Done', interventionHint: 'In a few words, without names: oxygen mask 5 L/min',
    time: 'Observed at', entries: 'Charted', none: 'Nothing was charted in this range.', struck: 'corrected',
    strikeHint: 'The entry is marked as corrected and nothing takes its place.',
  },
};
