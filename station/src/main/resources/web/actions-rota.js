// Who is asked about an alarm, by shift, as a form: a row for each shift, a column for each step.

import { staffId } from './actions-ward.js';
import { reasonField } from './form-fields.js';
import { m } from './messages.js';

/** Rows offered for shifts that do not exist yet. */
const SPARE = 2;

/** @param {import('./types.js').Register} register @returns {import('./command-form.js').Action} */
export function rota(register) {
  const { shifts, steps } = register.rota;
  const shown = [...shifts, ...Array.from({ length: SPARE }, () => ({ name: '', from: '', steps: [] }))];
  const depth = Math.max(1, steps.length, ...shifts.map((shift) => shift.steps.length));
  const models = Array.from({ length: depth }, (_, i) => steps[i] ?? shifts.find((shift) => shift.steps[i])?.steps[i]);
  const rows = [
    { label: m.action.always, cells: [{}, {}, ...people(register, 'always', steps, depth)] },
    ...shown.map((shift, i) => ({ label: `${i + 1}`, cells: [...named(shift, i), ...people(register, `shift/${i}`, shift.steps, depth)] })),
  ];
  const columns = [m.action.shiftName, m.action.shiftFrom, ...models.map((model, i) => `${i + 1}. ${model?.role ?? ''}`)];
  return {
    title: m.action.rota, needs: 'charge', hint: m.action.rotaHint,
    fields: [{ name: 'rota', label: m.action.rota, type: 'rows', columns, rows }, reasonField(true)],
    path: `/api/v1/wards/${encodeURIComponent(register.ward)}/rota`,
    body: (values) => ({
      shifts: shown.flatMap((shift, i) => {
        const name = values.text(`shift/${i}/name`);
        return name ? [{ name, from: values.text(`shift/${i}/from`), steps: stepsOf(values, `shift/${i}`, shift.steps, models) }] : [];
      }),
      steps: stepsOf(values, 'always', steps, models),
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
  const anybody = [['', '–'], ['nurse-of-bed', m.action.nurseOfBed], ...register.staff.map((person) => [person.id, person.name])];
  return Array.from({ length: depth }, (_, i) => {
    const value = asked(register, steps[i]);
    const options = anybody.some(([id]) => id === value) ? anybody : [...anybody, [value, value]];
    return { name: `${name}/${i}`, label: `${name} ${i + 1}`, type: 'select', options, value };
  });
}

/** Who is asked now, also somebody who has left the staff: a step never goes unless a person takes it away. */
function asked(register, step) {
  if (!step) {
    return '';
  }
  return step.person ? staffId(register, step.person) ?? step.person : 'nurse-of-bed';
}

/** The role and the receiver of a step stay; a new one takes those of the same step without a shift, or of another shift. */
function stepsOf(values, name, own, models) {
  const steps = [];
  for (let i = 0; i < models.length; i += 1) {
    const person = values.text(`${name}/${i}`);
    const { role, receiver } = own[i] ?? models[i] ?? {};
    if (person) {
      steps.push({ role, receiver, person: person === 'nurse-of-bed' ? undefined : person });
    }
  }
  return steps;
}
