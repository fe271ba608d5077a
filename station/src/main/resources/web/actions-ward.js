// Commands about beds and the people who are asked, as forms.

import { bedsOf, freeDevices, kindsOf, knownKind, profileOf } from './actions-device.js';
import { identityFields, identityOf, profilesOf } from './actions-patient.js';
import { reasonField } from './form-fields.js';
import { m } from './messages.js';

/** @typedef {import('./command-form.js').Action} Action */
/** @typedef {import('./types.js').Register} Register */

/** @param {Register} register @param {string} bed @param {import('./types.js').UnassignedDevice[]} unassigned @returns {Action} */
export function admit(register, bed, unassigned) {
  const devices = freeDevices(register, unassigned).map((device) => [device, described(register, device)]);
  return {
    title: m.action.admit(bed), needs: 'nurse', submit: m.register.actions.admit,
    fields: [
      ...identityFields(null),
      { name: 'careProfile', label: m.action.careProfile, type: 'select', required: true, value: register.careProfiles[0]?.id, options: profilesOf(register) },
      { name: 'device', label: m.action.device, type: 'select', options: [['', m.form.none], ...devices] },
      { name: 'profile', label: m.action.profile, type: 'select', options: [['', m.form.choose], ...kindsOf(register)], hint: m.action.profileHint },
      { name: 'admittedAt', label: m.action.inBedSince, type: 'time', hint: m.action.inBedSinceHint },
      reasonField(),
    ],
    path: `${bedPath(register, bed)}/patient`,
    body: (values) => ({
      ...identityOf(values), careProfile: values.text('careProfile'),
      device: values.text('device'), profile: profileOf(register, values), admittedAt: values.time('admittedAt'), reason: values.text('reason'),
    }),
  };
}

/** What a device is called in the list; the register may know its kind. */
function described(register, device) {
  const kind = knownKind(register, device);
  return kind ? `${device}, ${m.profile(kind)}` : device;
}

/** @param {Register} register @param {string} bed @returns {Action} */
export function nurse(register, bed) {
  const known = register.beds.find((each) => each.id === bed)?.nurse;
  return {
    title: m.action.nurseOf(bed), needs: 'nurse',
    fields: [{ name: 'nurse', label: m.action.nurse, type: 'select', required: true, value: staffId(register, known), options: nurses(register) }, reasonField()],
    path: `${bedPath(register, bed)}/nurse`,
    body: (values) => ({ nurse: values.text('nurse'), reason: values.text('reason') }),
  };
}

/** @param {Register} register @returns {Action} */
export function addBed(register) {
  return {
    title: m.action.addBed, needs: 'charge', submit: m.register.actions.addBed,
    fields: [
      { name: 'bed', label: m.action.bedId, required: true, longest: 16 },
      { name: 'nurse', label: m.action.nurse, type: 'select', required: true, options: nurses(register) },
    ],
    path: `/api/v1/wards/${encodeURIComponent(register.ward)}/beds`,
    body: (values) => ({ bed: values.text('bed'), nurse: values.text('nurse') }),
  };
}

/** @param {Register} register @param {string} bed @returns {Action} */
export function removeBed(register, bed) {
  return {
    title: m.action.removeBed(bed), needs: 'charge', submit: m.register.actions.removeBed,
    fields: [reasonField(true)],
    path: `${bedPath(register, bed)}/remove`,
    body: (values) => ({ reason: values.text('reason') }),
  };
}

/** @param {Register} register @param {string} [bed] @returns {Action} */
export function swap(register, bed) {
  return {
    title: m.action.swap, needs: 'nurse', submit: m.action.swap,
    fields: [
      { name: 'what', label: m.action.what, type: 'select', required: true, value: 'patients', options: Object.entries(m.action.whats) },
      { name: 'bedA', label: m.action.bedA, type: 'select', required: true, value: bed, options: bedsOf(register) },
      { name: 'bedB', label: m.action.bedB, type: 'select', required: true, options: bedsOf(register) },
      { name: 'from', label: m.form.since, type: 'time', hint: m.action.swapHint },
      reasonField(),
    ],
    path: `/api/v1/wards/${encodeURIComponent(register.ward)}/swap`,
    body: (values) => ({
      what: values.text('what'), bedA: values.text('bedA'), bedB: values.text('bedB'), reason: values.text('reason'),
      from: values.text('what') === 'devices' ? values.time('from') : undefined,
    }),
  };
}

/** Staff who can have a bed. @param {Register} register @returns {[string, string][]} */
export function nurses(register) {
  return register.staff.filter((person) => person.role === 'nurse' || person.role === 'charge').map((person) => [person.id, person.name]);
}

/** A person of the staff, given by id or as they are called on screen. @param {Register} register @param {string|null|undefined} person */
export function staffId(register, person) {
  return register.staff.find((each) => each.id === person || each.name === person)?.id;
}

function bedPath(register, bed) {
  return `/api/v1/wards/${encodeURIComponent(register.ward)}/beds/${encodeURIComponent(bed)}`;
}
