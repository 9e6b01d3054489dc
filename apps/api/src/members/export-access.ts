import { accountRoleGrants, fail } from '@keyholder/domain';
import { recordSecurityEvent } from '../audit/security-events.ts';
import type { Origin } from '../audit/security-events.ts';
import type { Deps } from '../deps.ts';
import type { AccountAccess, PersonAccess } from '../http/access.ts';
import { BYTE_ORDER_MARK, csvLine } from '../lists/csv.ts';
import type { AccessQuery, AccessView } from './access-view.ts';
import { readAccess } from './read-access.ts';

/** A file of what the filter shows, one line a membership or open invitation. That it was made is a security event [R43]. */
export async function exportAccess(
  deps: Pick<Deps, 'read' | 'database' | 'log'>,
  person: PersonAccess,
  account: AccountAccess,
  { ip, userAgent, requestId }: Origin,
  filter: AccessQuery,
): Promise<{ readonly fileName: string; readonly text: string }> {
  if (!accountRoleGrants(account.role, 'team.read')) return fail('permission.denied');
  const access = await readAccess(deps, account, filter);
  await recordSecurityEvent(deps, {
    ...{ action: 'members.exported', userId: person.userId, accountId: account.id },
    ...{ detail: { list: 'access', filter }, ip, userAgent, requestId },
  });
  const now = await deps.read((db) => deps.database.now(db));
  return {
    fileName: `${account.slug}-access-${now.toISOString().replace(/[-:]|\.\d+/g, '')}.csv`,
    text: BYTE_ORDER_MARK + [HEAD, ...linesOf(access)].map(csvLine).join(''),
  };
}

const HEAD = [
  ...['person_id', 'name', 'email', 'account_role', 'site_id', 'site', 'site_role'],
  ...['access_until', 'state'],
];

function linesOf({ people, sites, roles, grants, pending, accountRoles }: AccessView): (string | null)[][] {
  const onSite = (site: number) => [sites[site]?.id ?? null, sites[site]?.name ?? null];
  return [
    ...grants.map(([person, site, role, until]) => {
      const who = people[person];
      const record = [who?.id ?? null, who?.name ?? null, who?.email ?? null, accountRoles[person] ?? null];
      return [...record, ...onSite(site), roles[role] ?? null, until, 'active'];
    }),
    ...pending.map(([email, site, role, expired]) => {
      const state = expired ? 'invitation expired' : 'invitation pending';
      return [null, null, email, null, ...onSite(site), roles[role] ?? null, null, state];
    }),
  ];
}
