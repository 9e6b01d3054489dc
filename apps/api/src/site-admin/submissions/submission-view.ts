import type { FormAnswer, SubmissionId } from '@keyholder/domain';
import { isId, shorten } from '@keyholder/domain';
import { z } from 'zod';
import { instantField } from '../../http/fields.ts';
import { pageFields } from '../../lists/query.ts';

/** How much of the answers a list shows. */
const PREVIEW_GRAPHEMES = 160;

const of = {
  id: z.string(),
  form: z.object({ id: z.string(), name: z.string() }),
  receivedAt: z.string(),
};

export const submissionRowSchema = z.object({ ...of, preview: z.string() }).meta({ ref: 'SubmissionRow' });
export type SubmissionRowView = z.infer<typeof submissionRowSchema>;

/** What somebody sent, with the labels that it was asked with. Text, never markup (security.md 1.11.3). */
export const submissionSchema = z
  .object({
    ...of,
    answers: z.array(
      z.object({ key: z.string(), label: z.string(), value: z.union([z.string(), z.boolean()]) }),
    ),
  })
  .meta({ ref: 'Submission' });
export type SubmissionView = z.infer<typeof submissionSchema>;

export interface SubmissionRow {
  readonly id: SubmissionId;
  readonly formId: string;
  readonly formName: string;
  readonly receivedAt: Date;
}

const viewOf = ({ id, formId, formName, receivedAt }: SubmissionRow) => ({
  id,
  form: { id: formId, name: formName },
  receivedAt: receivedAt.toISOString(),
});

export const viewSubmissionRow = (row: SubmissionRow, words: string): SubmissionRowView => ({
  ...viewOf(row),
  preview: shorten(words.replace(/\s+/g, ' '), PREVIEW_GRAPHEMES),
});

export const viewSubmission = (row: SubmissionRow, answers: readonly FormAnswer[]): SubmissionView => ({
  ...viewOf(row),
  answers: answers.map(({ key, label, value }) => ({ key, label, value })),
});

const { q, limit, cursor } = pageFields;
const filterFields = {
  q,
  form: z.string().max(36, 'This is not an id.').refine(isId, 'This is not an id.').optional(),
  /** From this instant on. */
  from: instantField.optional(),
  /** Until before this instant. */
  to: instantField.optional(),
};
export const submissionExportQuery = z.strictObject(filterFields);
export type SubmissionFilter = z.infer<typeof submissionExportQuery>;
export const submissionListQuery = z.strictObject({ ...filterFields, limit, cursor });
export type SubmissionListQuery = z.infer<typeof submissionListQuery>;
