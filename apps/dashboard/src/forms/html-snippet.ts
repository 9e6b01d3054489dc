import { HONEYPOT_KEY, type FormField } from '@keyholder/domain';
import { embedWords as words } from '../messages/forms.ts';

const escaped = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );

/** Attributes of an element; true is one without a value, false none at all. */
const tag = (name: string, attributes: Readonly<Record<string, string | number | boolean | null>>): string =>
  `<${[
    name,
    ...Object.entries(attributes).flatMap(([key, value]) =>
      value === null || value === false
        ? []
        : value === true
          ? [key]
          : [`${key}="${escaped(String(value))}"`],
    ),
  ].join(' ')}>`;

function control({ key, kind, required, options, maxLength }: FormField): string {
  const shared = { name: key, required };
  switch (kind) {
    case 'textarea':
      return `${tag('textarea', { ...shared, rows: 5, maxlength: maxLength })}</textarea>`;
    case 'select': {
      const all = [
        `<option value="">${words.choose}</option>`,
        ...options.map((option) => `<option>${escaped(option)}</option>`),
      ];
      return `${tag('select', shared)}\n${all.map((option) => `      ${option}\n`).join('')}    </select>`;
    }
    case 'checkbox':
      return tag('input', { type: 'checkbox', ...shared });
    case 'email':
    case 'text':
      return tag('input', { type: kind, ...shared, maxlength: maxLength });
  }
}
const labelled = (field: FormField): string =>
  field.kind === 'checkbox'
    ? `  <p><label>${control(field)} ${escaped(field.label)}</label></p>`
    : `  <p><label>${escaped(field.label)}<br>\n    ${control(field)}</label></p>`;

/** The form as plain HTML for a page of the site: no script, no style, and the field that catches programs. */
export const htmlSnippet = (intake: string, fields: readonly FormField[]): string =>
  [
    tag('form', { method: 'post', action: intake }),
    ...fields.map(labelled),
    '  <p style="position:absolute;left:-10000px" aria-hidden="true">',
    `    <label>${words.honeypot} ${tag('input', { name: HONEYPOT_KEY, tabindex: -1, autocomplete: 'off' })}</label>`,
    '  </p>',
    `  <p><button type="submit">${words.send}</button></p>`,
    '</form>',
  ].join('\n');
