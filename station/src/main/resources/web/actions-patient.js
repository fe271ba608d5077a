// Commands about a patient, as forms.

import { reasonField } from './form-fields.js';
import { m } from './messages.js';

/** @typedef {import('./command-form.js').Action} Action */
/** @typedef {import('./types.js').Register} Register */
/** @typedef {import('./types.js').RegisteredPatient} Patient */

/** How a patient is called in a heading. @param {Patient} patient */
export function whoIs(patient) {
  return `${m.bed(patient.bed)}, ${patient.initials ?? m.register.unknownPatient}`;
}

/** What the station calls somebody of whom nothing is known. */
const ANONYMOUS = '—';

/** Who it is. @param {Patient|null} patient @returns {import('./form-fields.js').Field[]} */
export function identityFields(patient) {
  return [
    { name: 'initials', label: m.action.initials, required: true, longest: 12, value: patient?.initials === ANONYMOUS ? '' : patient?.initials },
    { name: 'age', label: m.action.age, type: 'number', value: patient?.age, hint: m.action.ageHint },
    { name: 'sex', label: m.action.sex, type: 'select', value: patient?.sex, options: [['', m.form.unknown], ...Object.entries(m.action.sexes)] },
    { name: 'news2Exclusion', label: m.action.news2Exclusion, type: 'select', value: patient?.news2Exclusion ?? 'none', options: Object.entries(m.action.news2Exclusions) },
  ];
}

/** What the form says of it; an empty age is one that is not known. */
export function identityOf(values) {
  return { initials: values.text('initials'), age: values.number('age'), sex: values.text('sex'), news2Exclusion: values.text('news2Exclusion') };
}

/** @param {Register} _ @param {Patient} patient @returns {Action} */
export function demographics(_, patient) {
  return {
    title: m.action.demographics(whoIs(patient)), needs: 'nurse',
    fields: [...identityFields(patient), reasonField()],
    path: `${pathOf(patient)}/demographics`,
    body: (values) => ({ ...identityOf(values), reason: values.text('reason') }),
  };
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

/** @param {Register} register @returns {[string, string][]} */
export function profilesOf(register) {
  return register.careProfiles.map((profile) => [profile.id, profile.title || profile.id]);
}

/** @param {Patient} patient */
export function pathOf(patient) {
  return `/api/v1/patients/${encodeURIComponent(patient.patientRef)}`;
}
