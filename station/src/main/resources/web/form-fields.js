// Fields of a form from a description.

import { html, nothing } from 'lit';
import { whichOf } from './form-values.js';
import { m } from './messages.js';
import { fromField, offsetAt, toField, zoneName } from './ward-time.js';

/**
 * @typedef {object} Field
 * @property {string} name
 * @property {string} label
 * @property {'text'|'number'|'time'|'select'|'rows'} [type] text when absent
 * @property {any} [value] a time is ms since 1970
 * @property {boolean} [required]
 * @property {string} [hint]
 * @property {[string, string][]} [options] value and text; of a select
 * @property {string[]} [suggestions] of a text, which may be another
 * @property {string[]} [columns] of rows
 * @property {{label:string, cells:Field[]}[]} [rows] a table of fields, each under a name of its own
 * @property {number} [longest]
 */

/**
 * The fields, and behind a time that may be one of two a field that says which.
 * @param {Field[]} fields
 * @param {string|undefined} timeZone
 * @param {Map<string, number[]>} twice by the name of its field, the two times that a person typed as one
 * @returns {Field[]}
 */
export function withWhich(fields, timeZone, twice) {
  return fields.flatMap((field) => {
    const before = field.type === 'time' && field.value ? fromField(toField(field.value, timeZone), timeZone) : [];
    const typed = twice.get(field.name);
    const times = typed ?? before;
    return times.length > 1 ? [field, whichField(field, times, timeZone, typed ? '' : String(offsetAt(field.value, timeZone)))] : [field];
  });
}

function whichField(field, times, timeZone, value) {
  const [first, second] = times.map((time) => [String(offsetAt(time, timeZone)), zoneName(time, timeZone)]);
  return {
    name: whichOf(field.name), label: m.form.which(field.label), type: 'select', value,
    options: [['', m.form.choose], [first[0], m.form.first(first[1])], [second[0], m.form.second(second[1])]],
  };
}

/**
 * @param {Field} field
 * @param {string|undefined} timeZone
 */
export function fieldOf(field, timeZone) {
  if (field.type === 'rows') {
    return rowsOf(field, timeZone);
  }
  return html`<label class=${field.type === 'number' ? 'half' : ''}>${field.label}${inputOf(field, timeZone)}${field.hint ? html`<small>${field.hint}</small>` : nothing}</label>`;
}

function rowsOf(field, timeZone) {
  return html`<div class="rows"><table aria-label=${field.label}>
    <thead><tr><th></th>${field.columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
    <tbody>${field.rows.map((row) => html`<tr><th scope="row">${row.label}</th>
      ${row.cells.map((cell) => html`<td>${cell.label ? inputOf(cell, timeZone) : nothing}</td>`)}</tr>`)}</tbody></table></div>`;
}

function inputOf(field, timeZone) {
  if (field.type === 'select') {
    return html`<select name=${field.name} ?required=${field.required} aria-label=${field.label}>
      ${field.required && !field.value ? html`<option value="">${m.form.choose}</option>` : nothing}
      ${field.options.map(([value, text]) => html`<option value=${value} ?selected=${value === (field.value ?? '')}>${text}</option>`)}</select>`;
  }
  const types = { number: 'number', time: 'datetime-local', clock: 'time' };
  const value = field.type === 'time' && field.value ? toField(field.value, timeZone) : field.value ?? '';
  const list = field.suggestions ? `${field.name}-suggestions` : nothing;
  return html`<input name=${field.name} list=${list} type=${types[field.type] ?? 'text'} .value=${String(value)} ?required=${field.required} aria-label=${field.label}
    step=${field.type === 'number' ? 'any' : nothing} maxlength=${field.longest ?? 200} autocomplete="off" spellcheck="false" />
    ${field.suggestions ? html`<datalist id=${list}>${field.suggestions.map((each) => html`<option value=${each}></option>`)}</datalist>` : nothing}`;
}

/** The reason of a change. @param {boolean} [required] @returns {Field} */
export function reasonField(required = false) {
  return { name: 'reason', label: required ? m.form.reason : m.form.reasonOptional, required, longest: 500 };
}
