// What people say about an alarm beside Acknowledge, and what keeps a patient's alarms quiet for a while, as forms.

import { pathOf, whoIs } from './actions-patient.js';
import { reasonField } from './form-fields.js';
import { clockTime } from './format.js';
import { m } from './messages.js';

const MINUTE_S = 60;
const END = 'end/';

/**
 * @param {import('./types.js').Alarm} alarm
 * @returns {import('./command-form.js').Action}
 */
export function answer(alarm) {
  const says = ['accept', ...(alarm.level > 0 ? ['reject'] : []), 'acknowledge', 'notActionable'];
  return {
    title: m.answer.title(alarm), needs: 'nurse', hint: m.answer.hint, submit: m.answer.submit,
    fields: [
      { name: 'say', label: m.answer.say, type: 'select', required: true, value: 'accept', options: says.map((each) => [each, m.answer.says[each]]) },
      { ...reasonField(), hint: m.answer.reasonHint },
    ],
    path: (values) => `${pathOfAlarm(alarm)}/${values.text('say') === 'notActionable' ? 'acknowledge' : values.text('say')}`,
    body: (values) => ({
      reason: values.text('reason'),
      actionable: values.text('say') === 'notActionable' ? false : undefined,
      level: values.text('say') === 'reject' ? alarm.level : undefined,
    }),
  };
}

/**
 * @param {import('./types.js').RegisteredPatient} patient
 * @param {import('./types.js').Alarm[]} alarms open ones of the patient
 * @param {import('./types.js').Pause[]} pauses in force
 * @param {string|undefined} timeZone
 * @returns {import('./command-form.js').Action}
 */
export function quiet(patient, alarms, pauses, timeZone) {
  const rules = [...new Map(alarms.map((alarm) => [alarm.rule, alarm.text])).entries()];
  const options = [
    ...pauses.map((pause) => [END + pause.id, m.quiet.end(m.quiet.kinds[pause.kind], clockTime(pause.until, timeZone, false), pause.actor)]),
    ['alarm', m.quiet.does.alarm], ['audio', m.quiet.does.audio],
    ...rules.map(([rule, text]) => [rule, m.quiet.rule(text)]),
  ];
  return {
    title: m.quiet.title(whoIs(patient)), needs: 'nurse', hint: m.quiet.hint, submit: m.quiet.submit,
    fields: [
      { name: 'what', label: m.quiet.what, type: 'select', required: true, value: options[0][0], options },
      { name: 'minutes', label: m.quiet.minutes, type: 'number', value: 2, hint: m.quiet.minutesHint },
      { ...reasonField(), hint: m.quiet.reasonHint },
    ],
    path: (values) => pathOfQuiet(values.text('what'), patient),
    body: (values) => bodyOfQuiet(values),
  };
}

function pathOfQuiet(what, patient) {
  if (what.startsWith(END)) {
    return `/api/v1/pauses/${encodeURIComponent(what.slice(END.length))}/end`;
  }
  return `${pathOf(patient)}/${isKind(what) ? 'pauses' : 'silences'}`;
}

function bodyOfQuiet(values) {
  const what = values.text('what');
  if (what.startsWith(END)) {
    return {};
  }
  const seconds = Math.round((values.number('minutes') ?? 0) * MINUTE_S);
  return { ...(isKind(what) ? { kind: what } : { rule: what }), seconds, reason: values.text('reason') };
}

function isKind(what) {
  return what === 'alarm' || what === 'audio';
}

/** @param {import('./types.js').Alarm} alarm */
export function pathOfAlarm(alarm) {
  return `/api/v1/alarms/${encodeURIComponent(alarm.id)}`;
}
