import { accountRoleGrants, fail, isId } from '@keyholder/domain';
import type { UserId } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import type { AccountAccess, PersonAccess } from '../http/access.ts';
import { readPolicies } from '../roster/account-policies.ts';
import { readPersonKeys } from './read-person-keys.ts';
import { readPersonSites } from './read-person-sites.ts';
import { readTimeline } from './read-timeline.ts';
import type { PersonView } from './timeline-view.ts';
import { viewAccountMember } from './view-account-member.ts';
import type { PersonRow } from './view-account-member.ts';

/** One person of the account with sites, flags and timeline; whoever is not of the account does not exist here. */
export async function readAccountMember(
  deps: Pick<Deps, 'read'>,
  person: PersonAccess,
  account: AccountAccess,
  id: string,
): Promise<PersonView> {
  if (!accountRoleGrants(account.role, 'team.read')) return fail('permission.denied');
  if (!isId(id)) return fail('member.not_found');
  const userId = id as UserId;
  const viewer = { userId: person.userId, accountRole: account.role };
  return deps.read(async (db) => {
    const [row] = await db.execute<PersonRow>(sql`
      select u.id, u.name, u.email, am.role, am.joined_at, am.last_active_at, statement_timestamp() as now
      from account_member am join "user" u on u.id = am.user_id
      where am.account_id = ${account.id} and am.user_id = ${userId}`);
    if (!row) return fail('member.not_found');
    const sites = await readPersonSites(db, account.id, [userId], viewer);
    const apiKeys = await readPersonKeys(db, account.id, userId);
    const timeline = await readTimeline(db, account.id, userId);
    const policies = await readPolicies(db, account.id);
    return { ...viewAccountMember(row, sites.get(userId) ?? [], viewer, policies), apiKeys, timeline };
  });
}
