import { ACCOUNT_ROLES, SITE_ROLES } from '@keyholder/domain';
import { z } from 'zod';
import { siteRoleField } from '../http/fields.ts';
import { pageFields, sortField } from '../lists/query.ts';
import { MEMBER_FLAGS } from './member-flags.ts';
import { originFields } from './site-member-row.ts';

const personSiteSchema = z.object({
  site: z.object({ id: z.string(), slug: z.string(), name: z.string() }),
  role: z.enum(SITE_ROLES),
  joinedAt: z.string(),
  lastActiveAt: z.string().nullable(),
  accessUntil: z.string().nullable(),
  /** Whether the viewer may change or remove it [R6–R9]. */
  manageable: z.boolean(),
  etag: z.string(),
  ...originFields,
});
export type PersonSite = z.infer<typeof personSiteSchema>;

/** A person of the account with every site and role (http-api.md, Accounts). */
export const accountMemberSchema = z
  .object({
    user: z.object({ id: z.string(), name: z.string(), email: z.string() }),
    role: z.enum(ACCOUNT_ROLES),
    joinedAt: z.string(),
    lastActiveAt: z.string().nullable(),
    you: z.boolean(),
    /** Whether the viewer may change their account role or remove them [R8, R9]. */
    manageable: z.boolean(),
    flags: z.array(z.enum(MEMBER_FLAGS)),
    sites: z.array(personSiteSchema),
  })
  .meta({ ref: 'AccountMember' });
export type AccountMemberView = z.infer<typeof accountMemberSchema>;

export const ACCOUNT_MEMBER_SORTS = ['name', 'email', 'role', 'sites', 'joined', 'lastActive'] as const;

export const accountMemberQuery = z.strictObject({
  ...pageFields,
  role: z.enum(ACCOUNT_ROLES, { error: 'Choose an account role.' }).optional(),
  /** Id or slug. */
  site: z
    .string()
    .regex(/^[a-z0-9-]{1,64}$/, 'Name a site by its id or slug.')
    .optional(),
  siteRole: siteRoleField.optional(),
  flag: z.enum(MEMBER_FLAGS, { error: `Use ${MEMBER_FLAGS.join(', ')}.` }).optional(),
  sort: sortField(ACCOUNT_MEMBER_SORTS),
});
export type AccountMemberQuery = z.infer<typeof accountMemberQuery>;
/** The same without pages: a file holds everything that the filter leaves. */
export const memberExportQuery = accountMemberQuery.omit({ limit: true, cursor: true });
