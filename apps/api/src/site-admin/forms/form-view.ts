import { FORM_FIELD_KINDS, FORM_STATES } from '@keyholder/domain';
import type { FormField, FormId, FormState } from '@keyholder/domain';
import { z } from 'zod';
import { etagOf } from '../etag.ts';

export const formFieldSchema = z.object({
  key: z.string(),
  label: z.string(),
  kind: z.enum(FORM_FIELD_KINDS),
  required: z.boolean(),
  options: z.array(z.string()),
  maxLength: z.number().int().nullable(),
});

/** A form with the address that its page sends to. */
export const formSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    state: z.enum(FORM_STATES),
    fields: z.array(formFieldSchema),
    thanksPath: z.string(),
    /** Path of the public intake on this server. */
    intake: z.string(),
    submissions: z.number().int(),
    lastSubmissionAt: z.string().nullable(),
    createdAt: z.string(),
    changedAt: z.string(),
    etag: z.string(),
  })
  .meta({ ref: 'Form' });
export type FormView = z.infer<typeof formSchema>;

/** A form as its table keeps it, with what came in by it. */
export interface FormRow {
  readonly id: FormId;
  readonly siteId: string;
  readonly name: string;
  readonly state: FormState;
  readonly fields: readonly FormField[];
  readonly thanksPath: string;
  readonly version: number;
  readonly createdAt: Date;
  readonly changedAt: Date;
  readonly submissions: number;
  readonly lastSubmissionAt: Date | null;
}

export const viewForm = (row: FormRow): FormView => ({
  id: row.id,
  name: row.name,
  state: row.state,
  fields: row.fields.map(({ key, label, kind, required, options, maxLength }) => ({
    ...{ key, label, kind, required, maxLength },
    options: [...options],
  })),
  thanksPath: row.thanksPath,
  intake: `/api/v1/sites/${row.siteId}/forms/${row.id}/submissions`,
  submissions: row.submissions,
  lastSubmissionAt: row.lastSubmissionAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
  changedAt: row.changedAt.toISOString(),
  etag: etagOf(row),
});
