// Commands about a patient, as forms.

import { reasonField } from './form-fields.js';
import { m } from './messages.js';

/** @typedef {import('./command-form.js').Action} Action */
/** @typedef {import('./types.js').Register} Register */
/** @typedef {import('./types.js').RegisteredPatient} Patient */

const MS = 1000;

/** How a patient is called in a heading. @param {Patient} patient */
export function whoIs(patient) {
  return `${m.bed(patient.bed)}, ${patient.initials ?? m.register.unknownPatient}`;
}

/** @param {Register} register @param {Patient} patient @returns {Action} */
export function transfer(register, patient) {
  const free = register.beds.filter((bed) => !bed.patientRef).map((bed) => [bed.id, bed.id]);
  return {
    title: m.action.transfer(whoIs(patient)), needs: 'nurse', hint: m.action.transferHint, submit: m.register.actions.transfer,
    fields: [{ name: 'bed', label: m.action.toBed, type: 'select', required: true, options: free }, reasonField()],
    path: `${pathOf(patient)}/transfer`,
    body: (values) => ({ bed: values.text('bed'), reason: values.text('reason') }),
  };
}

/** @param {Register} _ @param {Patient} patient @returns {Action} */
export function discharge(_, patient) {
  return {
    title: m.action.discharge(whoIs(patient)), needs: 'nurse', hint: m.action.dischargeHint, submit: m.register.actions.discharge,
    fields: [reasonField()],
    path: `${pathOf(patient)}/discharge`,
    body: (values) => ({ reason: values.text('reason') }),
  };
}

/** @param {Register} register @param {Patient} patient @returns {Action} */
export function careProfile(register, patient) {
  return {
    title: m.action.careProfileOf(whoIs(patient)), needs: 'charge',
    fields: [
      { name: 'careProfile', label: m.action.careProfile, type: 'select', required: true, value: patient.careProfile, options: profilesOf(register) },
      reasonField(true),
    ],
    path: `${pathOf(patient)}/care-profile`,
    body: (values) => ({ careProfile: values.text('careProfile'), reason: values.text('reason') }),
  };
}

/** @param {Register} _ @param {Patient} patient @returns {Action} */
export function scale(_, patient) {
  return {
    title: m.action.scaleOf(whoIs(patient)), needs: 'charge', hint: m.action.scaleHint,
    fields: [
      { name: 'scale', label: m.action.scale, type: 'select', required: true, value: patient.spo2Scale ?? '1', options: Object.entries(m.action.scales) },
      { name: 'orderedBy', label: m.action.orderedBy, required: true, longest: 100 },
      reasonField(true),
    ],
    path: `${pathOf(patient)}/spo2-scale`,
    body: (values) => ({ scale: values.text('scale'), orderedBy: values.text('orderedBy'), reason: values.text('reason') }),
  };
}

/**
 * @param {import('./types.js').Limit[]} rules the patient's limits now
 * @param {Patient} patient
 * @returns {Action}
 */
export function limits(rules, patient) {
  return {
    title: m.action.limits(whoIs(patient)), needs: 'charge', hint: m.action.limitsHint,
    fields: [
      { name: 'rules', label: m.panel.limits, type: 'rows', columns: [m.action.threshold, m.action.delay], rows: rules.flatMap(limitRows) },
      reasonField(true),
    ],
    path: `${pathOf(patient)}/limits`,
    body: (values) => ({
      rules: rules.map(({ rule, levels }) => ({
        rule,
        levels: levels.map((level, i) => ({
          priority: level.priority, threshold: values.number(`${rule}/${i}/threshold`), delayMs: Math.round(values.number(`${rule}/${i}/delay`) * MS),
        })),
      })),
      reason: values.text('reason'),
    }),
  };
}

function limitRows({ rule, label, side, levels }) {
  return levels.map((level, i) => {
    const name = `${label} ${m.panel.limitSide(side)}, ${m.alarm.priorities[level.priority].toLowerCase()}`;
    return {
      label: name,
      cells: [
        { name: `${rule}/${i}/threshold`, label: `${name}, ${m.action.threshold}`, type: 'number', value: level.threshold, required: true },
        { name: `${rule}/${i}/delay`, label: `${name}, ${m.action.delay}`, type: 'number', value: level.delayMs / MS, required: true },
      ],
    };
  });
}

/** @param {Register} register @returns {[string, string][]} */
export function profilesOf(register) {
  return register.careProfiles.map((profile) => [profile.id, profile.title || profile.id]);
}

/** @param {Patient} patient */
export function pathOf(patient) {
  return `/api/v1/patients/${encodeURIComponent(patient.patientRef)}`;
}
