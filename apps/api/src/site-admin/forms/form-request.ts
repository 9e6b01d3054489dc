import { FORM_FIELD_KINDS, FORM_LIMITS, FORM_STATES, formFaults, visitedPath } from '@keyholder/domain';
import type { FieldFault, FormField } from '@keyholder/domain';
import { z } from 'zod';
import { nameField } from '../../http/fields.ts';
import { pageFields } from '../../lists/query.ts';
import { lineField } from '../area-fields.ts';

const MESSAGES: Record<FieldFault, string> = {
  'fields.none': 'A form asks for something: add a field.',
  'fields.too_many': `A form has at most ${FORM_LIMITS.fields} fields.`,
  'key.malformed': 'Use 1 to 40 small letters, digits and underscores, beginning with a letter.',
  'key.reserved': 'Keyholder uses this key itself. Choose another one.',
  'key.twice': 'Another field has this key.',
  'options.none': 'Give at least one option to choose from.',
  'options.too_many': `Give at most ${FORM_LIMITS.options} options.`,
  'options.twice': 'Give each option once.',
  'options.not_here': 'Only a field to choose from has options.',
  'length.out_of_range': 'This field cannot have this length.',
};

const fieldField = z.strictObject({
  key: z.string().max(200, MESSAGES['key.malformed']),
  label: lineField(FORM_LIMITS.label),
  kind: z.enum(FORM_FIELD_KINDS, { error: `Choose one of ${FORM_FIELD_KINDS.join(', ')}.` }),
  required: z.boolean().default(false),
  options: z
    .array(lineField(FORM_LIMITS.option))
    .max(FORM_LIMITS.options, MESSAGES['options.too_many'])
    .default([]),
  maxLength: z.number().int().nullable().default(null),
});

const fieldsField = z
  .array(fieldField)
  .max(FORM_LIMITS.fields, MESSAGES['fields.too_many'])
  .superRefine((fields: readonly FormField[], context) => {
    for (const { path, fault } of formFaults(fields)) {
      const [, ...rest] = path.split('.');
      context.addIssue({ code: 'custom', path: rest, message: MESSAGES[fault] });
    }
  });

const thanksPathField = z
  .string()
  .max(512, 'Write at most 512 characters.')
  .refine(
    (path) => visitedPath(path) === path && !path.startsWith('//'),
    'Write a path of the site, like /thanks.',
  );

export const newForm = z.strictObject({
  name: nameField,
  fields: fieldsField,
  thanksPath: thanksPathField.default('/'),
});
export type NewForm = z.infer<typeof newForm>;

export const formChange = z
  .strictObject({
    name: nameField.optional(),
    state: z.enum(FORM_STATES, { error: 'Choose open or closed.' }).optional(),
    fields: fieldsField.optional(),
    thanksPath: thanksPathField.optional(),
  })
  .refine((change) => Object.values(change).some((value) => value !== undefined), 'Change something.');
export type FormChange = z.infer<typeof formChange>;

export const formListQuery = z.strictObject(pageFields);
export type FormListQuery = z.infer<typeof formListQuery>;
