import { SITE_PERMISSIONS, SITE_ROLES, isCurrent, siteRoleGrants } from '@keyholder/domain';
import type { SitePermission, SiteRole, UserId } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { userIdField } from '../http/fields.ts';
import type { SiteAccess } from '../http/access.ts';

export const accessCheckBody = z.strictObject({
  userId: userIdField,
  permission: z.enum(SITE_PERMISSIONS, { error: 'This is not a permission of a site.' }),
});

/** Why somebody may or may not do something on a site: a closed list. */
const REASONS = ['role_grants', 'role_lacks', 'access_ended', 'no_membership'] as const;

export const accessCheckSchema = z
  .object({ allowed: z.boolean(), role: z.enum(SITE_ROLES).nullable(), because: z.enum(REASONS) })
  .meta({ ref: 'AccessCheck' });
export type AccessCheck = z.infer<typeof accessCheckSchema>;

interface Row extends Record<string, unknown> {
  role: SiteRole;
  access_until: string | Date | null;
  now: string | Date;
}

/**
 * What a site's own engine asks: may this person do that here, right now? Whoever is not on the site has no membership,
 * whether there is such a person or not; an account role counts for nothing [R3].
 */
export async function checkAccess(
  deps: Pick<Deps, 'read'>,
  site: SiteAccess,
  { userId, permission }: { readonly userId: UserId; readonly permission: SitePermission },
): Promise<AccessCheck> {
  const [row] = await deps.read((db) =>
    db.execute<Row>(sql`
      select m.role, m.access_until, statement_timestamp() as now from site_member m
      where m.account_id = ${site.account.id} and m.site_id = ${site.id} and m.user_id = ${userId}`),
  );
  if (!row) return { allowed: false, role: null, because: 'no_membership' };
  const until = row.access_until === null ? null : new Date(row.access_until);
  if (!isCurrent(until, new Date(row.now))) return { allowed: false, role: null, because: 'access_ended' };
  const allowed = siteRoleGrants(row.role, permission);
  return { allowed, role: row.role, because: allowed ? 'role_grants' : 'role_lacks' };
}
