import { accountRoleGrants, fail } from '@keyholder/domain';
import { recordSecurityEvent } from '../audit/security-events.ts';
import type { Origin } from '../audit/security-events.ts';
import type { Deps } from '../deps.ts';
import type { AccountAccess, PersonAccess } from '../http/access.ts';
import { BYTE_ORDER_MARK, csvLine } from '../lists/csv.ts';
import { listAccountMembers } from './list-account-members.ts';
import type { AccountMemberQuery, AccountMemberView, PersonSite } from './person-view.ts';

export type MemberFilter = Omit<AccountMemberQuery, 'limit' | 'cursor'>;
const PAGE = 100;

/** A file of the people that the filter shows, one line a person and site. That it was made is a security event [R43]. */
export async function exportMembers(
  deps: Pick<Deps, 'read' | 'cursors' | 'database' | 'log'>,
  person: PersonAccess,
  account: AccountAccess,
  { ip, userAgent, requestId }: Origin,
  filter: MemberFilter,
): Promise<{ readonly fileName: string; readonly text: AsyncIterable<string> }> {
  if (!accountRoleGrants(account.role, 'team.read')) return fail('permission.denied');
  await recordSecurityEvent(deps, {
    ...{ action: 'members.exported', userId: person.userId, accountId: account.id },
    ...{ detail: { filter }, ip, userAgent, requestId },
  });
  const now = await deps.read((db) => deps.database.now(db));
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '');
  return {
    fileName: `${account.slug}-members-${stamp}.csv`,
    text: memberFile(deps, person, account, filter),
  };
}

/** The file page by page: a large account is never in memory at once. */
export async function* memberFile(
  deps: Pick<Deps, 'read' | 'cursors'>,
  person: Pick<PersonAccess, 'userId'>,
  account: AccountAccess,
  filter: MemberFilter,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(COLUMNS.map(([name]) => name));
  let cursor: string | undefined;
  do {
    const page = await listAccountMembers(deps, person, account, { ...filter, limit: PAGE, cursor });
    yield page.items.flatMap(linesOf).join('');
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

type Cell = (member: AccountMemberView, held: PersonSite | null) => string | null;
const COLUMNS: readonly (readonly [string, Cell])[] = [
  ['person_id', ({ user }) => user.id],
  ['name', ({ user }) => user.name],
  ['email', ({ user }) => user.email],
  ['account_role', ({ role }) => role],
  ['joined', ({ joinedAt }) => joinedAt],
  ['last_active', ({ lastActiveAt }) => lastActiveAt],
  ['site_id', (_, held) => held?.site.id ?? null],
  ['site', (_, held) => held?.site.name ?? null],
  ['site_role', (_, held) => held?.role ?? null],
  ['on_site_since', (_, held) => held?.joinedAt ?? null],
  ['access_until', (_, held) => held?.accessUntil ?? null],
];

/** Somebody on no site has one line too. */
function linesOf(member: AccountMemberView): string[] {
  const sites = member.sites.length === 0 ? [null] : member.sites;
  return sites.map((held) => csvLine(COLUMNS.map(([, cell]) => cell(member, held))));
}
