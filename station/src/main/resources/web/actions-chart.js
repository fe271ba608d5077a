// What people chart, as forms.

import { pathOf, whoIs } from './actions-patient.js';
import { reasonField } from './form-fields.js';
import { m } from './messages.js';

/** @typedef {import('./command-form.js').Action} Action */
/** @typedef {import('./types.js').RegisteredPatient} Patient */
/** @typedef {import('./types.js').ChartEntry} Entry */

/** Alert, new confusion, voice, pain, unresponsive. */
const CONSCIOUSNESS = ['A', 'C', 'V', 'P', 'U'];
/** Every vital that a person may chart, with its unit, those of a ward round first. A correction replaces the whole entry: none may be missing here. */
const BY_HAND = [
  ['respiratory-rate', '/min'], ['spo2', '%'], ['pulse-rate', '/min'], ['systolic-pressure', 'mmHg'], ['diastolic-pressure', 'mmHg'], ['body-temperature', '°C'],
  ['glucose', 'mg/dL'], ['heart-rate', '/min'], ['mean-pressure', 'mmHg'], ['skin-temperature', '°C'], ['etco2', 'mmHg'],
];

/** @param {Patient} patient @returns {Action} */
export function chart(patient) {
  return {
    title: m.chart.title(whoIs(patient)), needs: 'nurse', submit: m.register.actions.chart,
    fields: fields(null),
    path: `${pathOf(patient)}/chart`,
    body: (values) => bodyOf(values, null),
  };
}

/** @param {Patient} patient @param {Entry} entry @returns {Action} */
export function correctEntry(patient, entry) {
  return {
    title: m.chart.correct(whoIs(patient)), needs: 'nurse', submit: m.register.actions.correct,
    fields: [...fields(entry), reasonField(true)],
    path: `${pathOf(patient)}/chart/${encodeURIComponent(entry.id)}/correct`,
    body: (values) => ({ ...bodyOf(values, entry), reason: values.text('reason') }),
  };
}

/** @param {Patient} patient @param {Entry} entry @returns {Action} */
export function strikeEntry(patient, entry) {
  return {
    title: m.chart.correct(whoIs(patient)), needs: 'nurse', hint: m.chart.strikeHint, submit: m.chart.strike,
    fields: [reasonField(true)],
    path: `${pathOf(patient)}/chart/${encodeURIComponent(entry.id)}/correct`,
    body: (values) => ({ reason: values.text('reason') }),
  };
}

function fields(entry) {
  const of = (vital) => entry?.measurements.find((measurement) => measurement.vital === vital);
  const flow = of('oxygen-flow')?.value, fraction = of('inspired-oxygen')?.value;
  const oxygen = flow === 0 ? 'air' : flow ? 'flow' : fraction ? 'fraction' : '';
  return [
    { name: 'consciousness', label: m.chart.consciousness, type: 'select', value: of('consciousness')?.code, options: withNone(CONSCIOUSNESS.map((code) => [code, m.code(code)])) },
    { name: 'oxygen', label: m.chart.oxygen, type: 'select', value: oxygen, options: withNone(Object.entries(m.chart.oxygens)) },
    { name: 'amount', label: m.chart.amount, type: 'number', value: flow || fraction },
    ...BY_HAND.map(([vital, unit]) => ({ name: vital, label: `${m.vitalName(vital)} (${unit})`, type: 'number', value: of(vital)?.value })),
    { name: 'intervention', label: m.chart.intervention, hint: m.chart.interventionHint, value: entry?.intervention, longest: 200 },
    { name: 'time', label: m.chart.time, type: 'time', value: entry?.time, hint: m.form.atHint },
  ];
}

function bodyOf(values, entry) {
  const vitals = BY_HAND.map(([vital]) => ({ vital, value: values.number(vital) })).filter(({ value }) => value !== undefined);
  return {
    time: values.newTime('time', entry?.time ?? null),
    consciousness: values.text('consciousness'),
    ...oxygenOf(values),
    vitals: vitals.length > 0 ? vitals : undefined,
    intervention: values.text('intervention'),
  };
}

/** An amount that is missing is sent as an empty text, which the station refuses: null would count as no oxygen charted. */
function oxygenOf(values) {
  const amount = values.number('amount') ?? '';
  return { air: { oxygenFlow: 0 }, flow: { oxygenFlow: amount }, fraction: { inspiredOxygen: amount } }[values.text('oxygen')] ?? {};
}

function withNone(options) {
  return [['', m.form.notObserved], ...options];
}
