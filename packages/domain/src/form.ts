import type { AnswerFault, FieldFault, Fault } from './form-fault.ts';
import { canonicalEmail } from './email.ts';
import { canonicalNote, isSafeText } from './text.ts';

/** What a field of a form can be. */
export const FORM_FIELD_KINDS = ['text', 'email', 'textarea', 'select', 'checkbox'] as const;
export type FormFieldKind = (typeof FORM_FIELD_KINDS)[number];

/** A closed form keeps its submissions and takes no more. */
export const FORM_STATES = ['open', 'closed'] as const;
export type FormState = (typeof FORM_STATES)[number];

/** Limits of one form; lengths in UTF-16 code units. */
export const FORM_LIMITS = {
  fields: 30,
  options: 50,
  option: 100,
  label: 200,
  text: 500,
  textarea: 5_000,
} as const;

/** A field that people do not see: whoever fills it in is a program, and its submission is dropped without a word. */
export const HONEYPOT_KEY = 'homepage';

/** One question of a form. `options` belong to a select; `maxLength` to what is written by hand. */
export interface FormField {
  readonly key: string;
  readonly label: string;
  readonly kind: FormFieldKind;
  readonly required: boolean;
  readonly options: readonly string[];
  readonly maxLength: number | null;
}

/** One answer as it is kept: with the label as it was then, so that a later change of the form changes no past answer. */
export interface FormAnswer {
  readonly key: string;
  readonly label: string;
  readonly value: string | boolean;
}

const KEY = /^[a-z][a-z0-9_]{0,39}$/;
const LONGEST = { text: FORM_LIMITS.text, email: 254, textarea: FORM_LIMITS.textarea } as const;
const isWritten = (kind: FormFieldKind): kind is keyof typeof LONGEST => kind in LONGEST;

/** What is wrong with the fields of a form; nothing when it is empty. */
export function formFaults(fields: readonly FormField[]): readonly Fault<FieldFault>[] {
  const faults: Fault<FieldFault>[] = [];
  if (fields.length === 0) faults.push({ path: 'fields', fault: 'fields.none' });
  if (fields.length > FORM_LIMITS.fields) faults.push({ path: 'fields', fault: 'fields.too_many' });
  const seen = new Set<string>();
  for (const [index, field] of fields.entries()) {
    const at = (name: string, fault: FieldFault) => faults.push({ path: `fields.${index}.${name}`, fault });
    if (!KEY.test(field.key)) at('key', 'key.malformed');
    else if (field.key === HONEYPOT_KEY) at('key', 'key.reserved');
    else if (seen.has(field.key)) at('key', 'key.twice');
    seen.add(field.key);
    const option = optionFault(field);
    if (option) at('options', option);
    if (field.maxLength !== null && !isLength(field)) at('maxLength', 'length.out_of_range');
  }
  return faults;
}

function optionFault({ kind, options }: FormField): FieldFault | null {
  if (kind !== 'select') return options.length === 0 ? null : 'options.not_here';
  if (options.length === 0) return 'options.none';
  if (options.length > FORM_LIMITS.options) return 'options.too_many';
  return new Set(options).size === options.length ? null : 'options.twice';
}

const isLength = ({ kind, maxLength }: FormField): boolean =>
  isWritten(kind) && Number.isInteger(maxLength) && maxLength! >= 1 && maxLength! <= LONGEST[kind];

export type Judged =
  | { readonly fits: true; readonly answers: readonly FormAnswer[] }
  | { readonly fits: false; readonly faults: readonly Fault<AnswerFault>[] };

/**
 * Judges what somebody sent to a form by its fields: answers in the form's order, in their canonical form, empty ones
 * left out. What the form does not ask for is a fault, so that nothing is kept that nobody looks at.
 */
export function judgeAnswers(fields: readonly FormField[], values: ReadonlyMap<string, unknown>): Judged {
  const asked = new Set(fields.map((field) => field.key));
  const faults: Fault<AnswerFault>[] = [...values.keys()]
    .filter((key) => !asked.has(key))
    .map((key) => ({ path: key, fault: 'answer.not_asked' }));
  const answers: FormAnswer[] = [];
  for (const field of fields) {
    const read = readAnswer(field, values.get(field.key) ?? '');
    if ('fault' in read) faults.push({ path: field.key, fault: read.fault });
    else if (read.value !== '' && read.value !== false)
      answers.push({ key: field.key, label: field.label, value: read.value });
    else if (field.required) faults.push({ path: field.key, fault: 'answer.missing' });
  }
  return faults.length === 0 ? { fits: true, answers } : { fits: false, faults };
}

type Read = { readonly value: string | boolean } | { readonly fault: AnswerFault };

function readAnswer(field: FormField, given: unknown): Read {
  if (field.kind === 'checkbox') return readCheckbox(given);
  if (typeof given !== 'string') return { fault: 'answer.not_text' };
  const text = given.trim();
  if (text === '') return { value: '' };
  if (field.kind === 'select')
    return field.options.includes(text) ? { value: text } : { fault: 'answer.no_option' };
  if (text.length > (field.maxLength ?? LONGEST[field.kind])) return { fault: 'answer.too_long' };
  const value = readWritten(field.kind, text);
  return value === null
    ? { fault: field.kind === 'email' ? 'answer.no_email' : 'answer.not_text' }
    : { value };
}

function readWritten(kind: 'text' | 'email' | 'textarea', text: string): string | null {
  if (kind === 'email') return canonicalEmail(text);
  if (kind === 'textarea') return canonicalNote(text, FORM_LIMITS.textarea);
  return isSafeText(text) ? text.normalize('NFC') : null;
}

/** A browser sends `on` for a ticked box and nothing for one that is not; a program may send a boolean. */
function readCheckbox(given: unknown): Read {
  if (given === true || given === 'on' || given === 'true') return { value: true };
  return given === false || given === '' || given === 'false'
    ? { value: false }
    : { fault: 'answer.no_tick' };
}
