// Who is asked about an alarm, by shift, as a form: a row for each shift, a column for each step.

import { nurses, staffId } from './actions-ward.js';
import { reasonField } from './form-fields.js';
import { m } from './messages.js';

/** Rows offered for shifts that do not exist yet. */
const SPARE = 2;

/** @param {import('./types.js').Register} register @returns {import('./command-form.js').Action} */
export function rota(register) {
  const { shifts, steps } = register.rota;
  const shown = [...shifts, ...Array.from({ length: SPARE }, () => ({ name: '', from: '', steps: [] }))];
  const depth = Math.max(1, steps.length, ...shifts.map((shift) => shift.steps.length));
  const rows = [
    { label: m.action.always, cells: [{}, {}, ...people(register, 'always', steps, depth)] },
    ...shown.map((shift, i) => ({ label: `${i + 1}`, cells: [...named(shift, i), ...people(register, `shift/${i}`, shift.steps, depth)] })),
  ];
  const columns = [m.action.shiftName, m.action.shiftFrom, ...Array.from({ length: depth }, (_, i) => `${i + 1}. ${steps[i]?.role ?? ''}`)];
  return {
    title: m.action.rota, needs: 'charge', hint: m.action.rotaHint,
    fields: [{ name: 'rota', label: m.action.rota, type: 'rows', columns, rows }, reasonField(true)],
    path: `/api/v1/wards/${encodeURIComponent(register.ward)}/rota`,
    body: (values) => ({
      shifts: shown.flatMap((shift, i) => {
        const name = values.text(`shift/${i}/name`);
        return name ? [{ name, from: values.text(`shift/${i}/from`), steps: stepsOf(values, `shift/${i}`, shift.steps, steps) }] : [];
      }),
      steps: stepsOf(values, 'always', steps, steps),
      reason: values.text('reason'),
    }),
  };
}

function named(shift, i) {
  return [
    { name: `shift/${i}/name`, label: `${m.register.shift} ${i + 1}, ${m.action.shiftName}`, value: shift.name, longest: 30 },
    { name: `shift/${i}/from`, label: `${m.register.shift} ${i + 1}, ${m.action.shiftFrom}`, type: 'clock', value: shift.from },
  ];
}

function people(register, name, steps, depth) {
  const options = [['', '–'], ['nurse-of-bed', m.action.nurseOfBed], ...nurses(register)];
  return Array.from({ length: depth }, (_, i) => ({
    name: `${name}/${i}`, label: `${name} ${i + 1}`, type: 'select', options,
    value: !steps[i] ? '' : steps[i].person ? staffId(register, steps[i].person) ?? '' : 'nurse-of-bed',
  }));
}

/** The role and the receiver of a step stay; a new one takes those of the same step without a shift. */
function stepsOf(values, name, own, plain) {
  const steps = [];
  for (let i = 0; i < Math.max(own.length, plain.length, 1); i += 1) {
    const person = values.text(`${name}/${i}`);
    const { role, receiver } = own[i] ?? plain[i] ?? {};
    if (person) {
      steps.push({ role, receiver, person: person === 'nurse-of-bed' ? undefined : person });
    }
  }
  return steps;
}
