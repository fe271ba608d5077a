// The limits of a patient, as a form: a row for each limit, for each priority its threshold and how long it must last.

import { pathOf, whoIs } from './actions-patient.js';
import { reasonField } from './form-fields.js';
import { m } from './messages.js';

const MS = 1000;
/** From mild to severe, as the station wants them. */
const PRIORITIES = ['low', 'medium', 'high'];

/**
 * @param {{limits: import('./types.js').Limit[], limitsSet: {revision:number, actor:string, reason:string}|null}} known the limits now
 * @param {import('./types.js').RegisteredPatient} patient
 * @returns {import('./command-form.js').Action}
 */
export function limits({ limits: rules, limitsSet }, patient) {
  return {
    title: m.action.limits(whoIs(patient)), needs: 'charge', hint: m.action.limitsHint(limitsSet), wide: true,
    fields: [
      { name: 'rules', label: m.panel.limits, type: 'rows', columns: PRIORITIES.flatMap((priority) => [m.alarm.priorities[priority], m.action.delay]), rows: rules.map(row) },
      reasonField(true),
    ],
    path: `${pathOf(patient)}/limits`,
    body: (values) => ({
      rules: rules.map(({ rule }) => ({ rule, levels: PRIORITIES.flatMap((priority) => levelOf(values, rule, priority)) })),
      revision: limitsSet?.revision,
      reason: values.text('reason'),
    }),
  };
}

function row({ rule, label, side, levels }) {
  const name = `${label} ${m.panel.limitSide(side)}`;
  return {
    label: name,
    cells: PRIORITIES.flatMap((priority) => {
      const level = levels.find((each) => each.priority === priority);
      const said = `${name}, ${m.alarm.priorities[priority].toLowerCase()}`;
      return [
        { name: `${rule}/${priority}/threshold`, label: `${said}, ${m.action.threshold}`, type: 'number', value: level?.threshold },
        { name: `${rule}/${priority}/delay`, label: `${said}, ${m.action.delay}`, type: 'number', value: level && level.delayMs / MS },
      ];
    }),
  };
}

/** Without a threshold there is no such level. A time that was forgotten must not become none. */
function levelOf(values, rule, priority) {
  const threshold = values.number(`${rule}/${priority}/threshold`);
  const delay = values.number(`${rule}/${priority}/delay`);
  return threshold === undefined ? [] : [{ priority, threshold, delayMs: delay === undefined ? '' : Math.round(delay * MS) }];
}
