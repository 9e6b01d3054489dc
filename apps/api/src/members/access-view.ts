import { ACCOUNT_ROLES, SITE_ROLES } from '@keyholder/domain';
import { z } from 'zod';
import { siteRoleField } from '../http/fields.ts';
import { pageFields } from '../lists/query.ts';
import { MEMBER_FLAGS } from './member-flags.ts';

/** More memberships than this are shown by filter only (ui/brief.md §8). */
export const MOST_MEMBERSHIPS = 50_000;

export const accessQuery = z.strictObject({
  /** Part of a person's name or address, or of a site's name or domain. */
  q: pageFields.q,
  /** Id or slug. */
  site: z
    .string()
    .regex(/^[a-z0-9-]{1,64}$/, 'Name a site by its id or slug.')
    .optional(),
  role: siteRoleField.optional(),
  /** `any`: whoever carries at least one. */
  flag: z.enum([...MEMBER_FLAGS, 'any'], { error: `Use ${MEMBER_FLAGS.join(', ')}, or any.` }).optional(),
});
export type AccessQuery = z.infer<typeof accessQuery>;

const index = z.number().int();
const role = z.enum(SITE_ROLES);

/** Who can reach which site, and as what: names once, and memberships that point to them (http-api.md, Accounts). */
export const accessSchema = z
  .object({
    people: z.array(z.object({ id: z.string(), name: z.string(), email: z.string() })),
    sites: z.array(z.object({ id: z.string(), name: z.string() })),
    roles: z.array(role),
    /** Person, site, role, access until. */
    grants: z.array(z.tuple([index, index, index, z.string().nullable()])),
    /** Address, site, role, expired. */
    pending: z.array(z.tuple([z.string(), index, index, z.boolean()])),
    /** What each of `people` is in the account, in their order: whom one may change depends on it [R9]. */
    accountRoles: z.array(z.enum(ACCOUNT_ROLES)),
    /** The invitation behind each of `pending`, in their order. */
    invitations: z.array(z.string()),
  })
  .meta({ ref: 'AccessMatrix' });
export type AccessView = z.infer<typeof accessSchema>;
