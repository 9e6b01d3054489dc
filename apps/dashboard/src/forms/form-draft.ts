import type { FormFieldKind } from '@keyholder/domain';
import { keyFrom } from './field-key.ts';
import type { Form } from './form-queries.ts';

/** A field while it is written: texts as they are typed. */
export interface DraftField {
  /** Of this page only. */
  readonly id: string;
  readonly label: string;
  readonly key: string;
  readonly kind: FormFieldKind;
  readonly required: boolean;
  /** One a line. */
  readonly options: string;
  readonly maxLength: string;
  /** It is saved: pages of the site send this key. */
  readonly fixed: boolean;
  /** Typed by hand: the label makes it no more. */
  readonly ownKey: boolean;
}
export interface FormDraft {
  readonly name: string;
  readonly thanksPath: string;
  readonly fields: readonly DraftField[];
}

export const newField = (): DraftField => ({
  ...{ id: `new-${Math.random().toString(36).slice(2)}`, label: '', key: '', kind: 'text' },
  ...{ required: false, options: '', maxLength: '', fixed: false, ownKey: false },
});
export const emptyDraft = (): FormDraft => ({ name: '', thanksPath: '/', fields: [newField()] });

export const draftOf = ({ name, thanksPath, fields }: Form): FormDraft => ({
  name,
  thanksPath,
  fields: fields.map(({ options, maxLength, ...field }) => ({
    ...field,
    id: field.key,
    options: options.join('\n'),
    maxLength: maxLength === null ? '' : String(maxLength),
    ...{ fixed: true, ownKey: true },
  })),
});

const isWritten = (kind: FormFieldKind) => kind !== 'select' && kind !== 'checkbox';

/** What would be saved: what a kind has no use for stays behind. */
export const fieldsOf = ({ fields }: FormDraft): Form['fields'] =>
  fields.map(({ key, label, kind, required, options, maxLength }) => ({
    ...{ key: key.trim(), label: label.trim(), kind, required },
    options: kind === 'select' ? linesOf(options) : [],
    maxLength: isWritten(kind) && maxLength.trim() !== '' ? Number(maxLength) : null,
  }));
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The parts of a saved form that a draft changes. */
export function changeOf(draft: FormDraft, base: Pick<Form, 'name' | 'thanksPath' | 'fields'>) {
  const fields = fieldsOf(draft);
  return {
    ...(draft.name.trim() === base.name ? {} : { name: draft.name.trim() }),
    ...(draft.thanksPath.trim() === base.thanksPath ? {} : { thanksPath: draft.thanksPath.trim() }),
    ...(JSON.stringify(fields) === JSON.stringify(inOrder(base.fields)) ? {} : { fields }),
  };
}
/** With the members in the order that `fieldsOf` writes. */
const inOrder = (fields: Form['fields']): Form['fields'] =>
  fields.map(({ key, label, kind, required, options, maxLength }) => ({
    ...{ key, label, kind, required, options, maxLength },
  }));

/** One field changed; its key follows the label until it is saved or typed by hand. */
export function withField(draft: FormDraft, id: string, change: Partial<DraftField>): FormDraft {
  const others = new Set(draft.fields.filter((field) => field.id !== id).map(({ key }) => key));
  return {
    ...draft,
    fields: draft.fields.map((field) => {
      if (field.id !== id) return field;
      const next = { ...field, ...change, ...('key' in change ? { ownKey: true } : {}) };
      return next.ownKey || change.label === undefined
        ? next
        : { ...next, key: keyFrom(change.label, others) };
    }),
  };
}

export const withoutField = (draft: FormDraft, id: string): FormDraft => ({
  ...draft,
  fields: draft.fields.filter((field) => field.id !== id),
});

/** One place up (-1) or down (1); at the end of the list it stays. */
export function movedField(draft: FormDraft, id: string, by: 1 | -1): FormDraft {
  const at = draft.fields.findIndex((field) => field.id === id);
  const field = draft.fields[at];
  const to = at + by;
  if (!field || to < 0 || to >= draft.fields.length) return draft;
  return { ...draft, fields: draft.fields.toSpliced(at, 1).toSpliced(to, 0, field) };
}
