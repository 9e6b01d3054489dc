import { canonicalLine, canonicalName, FORM_LIMITS, formFaults, visitedPath } from '@keyholder/domain';
import { fieldWords, formWords } from '../messages/forms.ts';
import type { FieldFault as Said } from '../problem.ts';
import { fieldsOf, linesOf, type FormDraft } from './form-draft.ts';

/** What is wrong, in words, by where it is: `name`, `fields`, or the id of a field with the name of its part. */
export type FormFaults = ReadonlyMap<string, string>;

export function faultsOf(draft: FormDraft): FormFaults {
  const faults = new Map<string, string>();
  if (canonicalName(draft.name) === null) faults.set('name', formWords.nameWrong);
  const path = draft.thanksPath.trim();
  if (visitedPath(path) !== path || path.startsWith('//')) faults.set('thanksPath', formWords.thanksWrong);
  for (const { path: at, fault } of formFaults(fieldsOf(draft)))
    faults.set(placeOf(draft, at), fieldWords.faults[fault]);
  for (const { id, label, kind, options, ownKey } of draft.fields) {
    if (canonicalLine(label, FORM_LIMITS.label) === null) {
      faults.set(`${id}.label`, fieldWords.labelWrong);
      // The key comes from the label: one fault, said once.
      if (!ownKey) faults.delete(`${id}.key`);
    }
    if (
      kind === 'select' &&
      linesOf(options).some((each) => canonicalLine(each, FORM_LIMITS.option) === null)
    )
      faults.set(`${id}.options`, fieldWords.optionWrong);
  }
  return faults;
}

/** What the server said, at the same places. */
export const saidFaults = (draft: FormDraft, fields: readonly Said[]): FormFaults =>
  new Map(fields.map(({ field, message }) => [placeOf(draft, field), message]));

/** `fields.2.options.1` is the options of the third field. */
function placeOf({ fields }: FormDraft, path: string): string {
  const [, index = '', part = ''] = /^fields\.(\d+)\.(\w+)/.exec(path) ?? [];
  const field = index === '' ? undefined : fields[Number(index)];
  return field ? `${field.id}.${part}` : path;
}
