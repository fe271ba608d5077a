// Commands about devices, as forms.

import { whoIs } from './actions-patient.js';
import { reasonField } from './form-fields.js';
import { m } from './messages.js';

/** @typedef {import('./command-form.js').Action} Action */
/** @typedef {import('./types.js').Register} Register */

/** Devices that nobody wears now: those that send without a bed first. */
export function freeDevices(register, unassigned) {
  const worn = new Set(register.devices.filter((device) => device.associations.some((each) => each.to === null)).map((device) => device.id));
  const known = register.devices.map((device) => device.id).filter((id) => !worn.has(id));
  return [...new Set([...unassigned.map((each) => each.device), ...known])];
}

/** @param {Register} register @returns {[string, string][]} */
export function kindsOf(register) {
  return register.profiles.map((profile) => [profile.id, m.profile(profile.id)]);
}

/** A device that the register knows stays of its kind. */
export function profileOf(register, values) {
  const device = values.text('device');
  return device ? knownKind(register, device) ?? values.text('profile') : undefined;
}

/** The kind of a device that the register knows. @param {Register} register @param {string|undefined} device @returns {string|undefined} */
export function knownKind(register, device) {
  return register.devices.find((each) => each.id === device)?.profile;
}

/**
 * @param {Register} register
 * @param {import('./types.js').UnassignedDevice[]} unassigned
 * @param {{device?:string, bed?:string}} wanted
 * @returns {Action}
 */
export function assign(register, unassigned, wanted) {
  const devices = freeDevices(register, unassigned);
  const device = wanted.device ?? devices[0];
  return {
    title: m.assign.title, needs: 'nurse', submit: m.assign.submit,
    fields: [
      { name: 'device', label: m.assign.device, required: true, value: device, suggestions: devices, hint: devices.length === 0 ? m.assign.none : undefined, longest: 64 },
      { name: 'bed', label: m.assign.bed, type: 'select', required: true, value: wanted.bed, options: bedsOf(register) },
      { name: 'profile', label: m.assign.profile, type: 'select', options: [['', m.form.choose], ...kindsOf(register)], hint: m.action.profileHint },
      { name: 'from', label: m.form.since, type: 'time', hint: m.form.sinceHint },
      reasonField(),
    ],
    path: (values) => `/api/v1/wards/${encodeURIComponent(register.ward)}/beds/${encodeURIComponent(values.text('bed') ?? '')}/device`,
    body: (values) => ({ device: values.text('device'), profile: profileOf(register, values), from: values.time('from'), reason: values.text('reason') }),
  };
}

/** @param {string} device @returns {Action} */
export function takeOff(device) {
  return {
    title: m.action.takeOff(device), needs: 'nurse', hint: m.action.takeOffHint, submit: m.register.actions.takeOff,
    fields: [{ name: 'at', label: m.form.at, type: 'time', hint: m.form.atHint }, reasonField()],
    path: `/api/v1/devices/${encodeURIComponent(device)}/take-off`,
    body: (values) => ({ at: values.time('at'), reason: values.text('reason') }),
  };
}

/** @param {string} device @param {import('./types.js').Association} association @returns {Action} */
export function correct(device, association) {
  return {
    title: m.action.correct(device), needs: 'charge', hint: m.action.correctHint, submit: m.register.actions.correct,
    fields: [
      { name: 'from', label: m.form.since, type: 'time', value: association.from, required: true },
      { name: 'to', label: m.form.until, type: 'time', value: association.to, hint: m.form.untilHint },
      reasonField(true),
    ],
    path: `/api/v1/associations/${encodeURIComponent(association.id)}/correct`,
    body: (values) => ({ from: values.newTime('from', association.from), to: values.newTime('to', association.to), reason: values.text('reason') }),
  };
}

/** @param {Register} register @returns {[string, string][]} beds with who lies there */
export function bedsOf(register) {
  const patients = new Map(register.patients.map((patient) => [patient.patientRef, patient]));
  return register.beds.map((bed) => [bed.id, bed.patientRef ? whoIs(patients.get(bed.patientRef) ?? { bed: bed.id, initials: null }) : m.assign.noPatient(bed.id)]);
}
