import { z } from 'zod';
import { pageFields, sortField } from '../lists/query.ts';

export const SITE_SORTS = ['name', 'members', 'pending'] as const;
export const SITE_FLAGS = ['expired', 'no_owner', 'one_owner'] as const;
/** A row names so many Owners at most. */
export const OWNERS_NAMED = 20;

export const siteListQuery = z.strictObject({
  ...pageFields,
  sort: sortField(SITE_SORTS),
  flag: z.enum(SITE_FLAGS, { error: `Use ${SITE_FLAGS.join(', ')}.` }).optional(),
});
export type SiteListQuery = z.infer<typeof siteListQuery>;

export const siteRowSchema = z
  .object({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    domain: z.string(),
    /** People whose access has not ended [R34]. */
    members: z.number().int(),
    /** Open invitations, the expired ones included [R13]. */
    pending: z.number().int(),
    expired: z.number().int(),
    owners: z.array(z.object({ id: z.string(), name: z.string() })),
  })
  .meta({ ref: 'SiteRow' });
export type SiteRow = z.infer<typeof siteRowSchema>;
