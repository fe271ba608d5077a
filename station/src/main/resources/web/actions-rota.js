// Who is asked about an alarm, by shift, as a form: a row for each step, and empty ones to add to.

import { staffId } from './actions-ward.js';
import { reasonField } from './form-fields.js';
import { m } from './messages.js';

/** Rows offered for shifts that do not exist yet. */
const SPARE = 2;
/** Value of the choice that nobody by name is asked. */
const NURSE_OF_BED = 'nurse-of-bed';

/** @param {import('./types.js').Register} register @returns {import('./command-form.js').Action} */
export function rota(register) {
  const { shifts, steps, revision } = register.rota;
  const shown = [...shifts, ...Array.from({ length: SPARE }, () => ({ name: '', from: '', steps: [] }))];
  const rows = [
    ...stepRows(register, 'always', m.action.always, [{}, {}], steps),
    ...shown.flatMap((shift, i) => stepRows(register, `shift/${i}`, `${m.register.shift} ${i + 1}`, named(shift, i), shift.steps)),
  ];
  const columns = [m.action.shiftName, m.action.shiftFrom, m.action.role, m.action.receiver, m.action.asked];
  return {
    title: m.action.rota, needs: 'charge', hint: m.action.rotaHint, wide: true,
    fields: [{ name: 'rota', label: m.action.rota, type: 'rows', columns, rows }, reasonField(true)],
    path: `/api/v1/wards/${encodeURIComponent(register.ward)}/rota`,
    body: (values) => ({
      shifts: shown.flatMap((shift, i) => {
        const name = values.text(`shift/${i}/name`);
        return name ? [{ name, from: values.text(`shift/${i}/from`), steps: stepsOf(values, `shift/${i}`, shift.steps) }] : [];
      }),
      steps: stepsOf(values, 'always', steps),
      revision,
      reason: values.text('reason'),
    }),
  };
}

function named(shift, i) {
  const label = `${m.register.shift} ${i + 1}`;
  return [
    { name: `shift/${i}/name`, label: `${label}, ${m.action.shiftName}`, value: shift.name, longest: 30 },
    { name: `shift/${i}/from`, label: `${label}, ${m.action.shiftFrom}`, type: 'clock', value: shift.from },
  ];
}

/** The steps of a shift and one more; what the shift is called stands in the first row. */
function stepRows(register, name, label, head, steps) {
  return [...steps, null].map((step, i) => ({
    label: i === 0 ? label : '',
    cells: [...(i === 0 ? head : [{}, {}]), ...stepCells(register, `${name}/${i}`, `${label}, ${m.action.step(i + 1)}`, step)],
  }));
}

function stepCells(register, name, label, step) {
  const all = [...register.rota.steps, ...register.rota.shifts.flatMap((shift) => shift.steps)];
  const receivers = [...new Set(all.map((each) => each.receiver))];
  return [
    { name: `${name}/role`, label: `${label} ${m.action.role}`, value: step?.role, suggestions: [...new Set(all.map((each) => each.role))], longest: 60 },
    { name: `${name}/receiver`, label: `${label} ${m.action.receiver}`, value: step?.receiver ?? receivers[0], suggestions: receivers, longest: 60 },
    person(register, `${name}/person`, `${label} ${m.action.asked}`, step),
  ];
}

/** Who is asked now stays to be chosen, also somebody who has left the staff. */
function person(register, name, label, step) {
  const value = step?.person ? staffId(register, step.person) ?? step.person : NURSE_OF_BED;
  const known = [[NURSE_OF_BED, m.action.nurseOfBed], ...register.staff.map((each) => [each.id, each.name])];
  const options = known.some(([id]) => id === value) ? known : [...known, [value, value]];
  return { name, label, type: 'select', options, value };
}

/** A row without a role is no step. Where a person was chosen in a new row and the role forgotten, the station says so. */
function stepsOf(values, name, own) {
  return [...own, null].flatMap((known, i) => {
    const role = values.text(`${name}/${i}/role`);
    const chosen = values.text(`${name}/${i}/person`);
    const person = chosen === NURSE_OF_BED ? undefined : chosen;
    return role || (!known && person) ? [{ role, receiver: values.text(`${name}/${i}/receiver`), person }] : [];
  });
}
