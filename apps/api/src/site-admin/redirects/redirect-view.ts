import { ERROR_CODES, REDIRECT_STATUSES } from '@keyholder/domain';
import type { RedirectId, RedirectStatus, UserId } from '@keyholder/domain';
import { z } from 'zod';
import { whoSchema } from '../area-fields.ts';
import { etagOf } from '../etag.ts';

export const redirectStatusField = z.union(
  REDIRECT_STATUSES.map((status) => z.literal(status)),
  { error: `Use ${REDIRECT_STATUSES.join(' or ')}.` },
);

export const redirectSchema = z
  .object({
    id: z.string(),
    path: z.string(),
    target: z.string(),
    status: redirectStatusField,
    createdAt: z.string(),
    updatedAt: z.string(),
    updatedBy: whoSchema,
    etag: z.string(),
  })
  .meta({ ref: 'Redirect' });
export type RedirectView = z.infer<typeof redirectSchema>;

/** What becomes of one row of an import, or would. */
export const importResultSchema = z
  .object({
    row: z.number().int(),
    status: z.enum(['ok', 'refused']),
    code: z.enum(ERROR_CODES).optional(),
    fields: z.record(z.string(), z.string()).optional(),
    /** The steps of the loop. */
    hops: z.array(z.string()).optional(),
    /** As it is stored, or would be. */
    redirect: z.object({ path: z.string(), target: z.string(), status: redirectStatusField }).optional(),
  })
  .meta({ ref: 'RedirectImportResult' });
export type ImportResult = z.infer<typeof importResultSchema>;

export interface RedirectFacts {
  readonly id: RedirectId;
  readonly path: string;
  readonly target: string;
  readonly status: RedirectStatus;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly updatedBy: { readonly id: UserId; readonly name: string };
  readonly version: number;
}

export const viewRedirect = (facts: RedirectFacts): RedirectView => ({
  id: facts.id,
  path: facts.path,
  target: facts.target,
  status: facts.status,
  createdAt: facts.createdAt.toISOString(),
  updatedAt: facts.updatedAt.toISOString(),
  updatedBy: { id: facts.updatedBy.id, name: facts.updatedBy.name },
  etag: etagOf(facts),
});
