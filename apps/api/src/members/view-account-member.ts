import { mayManageInAccount } from '@keyholder/domain';
import type { AccountRole, AccountStanding, AccountThresholds, UserId } from '@keyholder/domain';
import type { AccountMemberView } from './person-view.ts';
import { flagsOf } from './member-flags.ts';
import type { SiteOfPerson } from './read-person-sites.ts';

/** The account record of one person as a statement hands it out; `now` is the database's clock. */
export interface PersonRow extends Record<string, unknown> {
  readonly id: UserId;
  readonly name: string;
  readonly email: string;
  readonly role: AccountRole;
  readonly joined_at: string | Date;
  readonly last_active_at: string | Date | null;
  readonly now: string | Date;
}

/** One person with their sites as this viewer may see and change them. */
export function viewAccountMember(
  row: PersonRow,
  sites: readonly SiteOfPerson[],
  viewer: AccountStanding,
  thresholds: AccountThresholds,
): AccountMemberView {
  const joinedAt = new Date(row.joined_at);
  const lastActiveAt = row.last_active_at === null ? null : new Date(row.last_active_at);
  const flagged = sites.map(({ view, onlyOwner, holdsKeys }) => ({
    ...{ role: view.role, ended: view.ended, onlyOwner, holdsKeys },
  }));
  return {
    user: { id: row.id, name: row.name, email: row.email },
    role: row.role,
    joinedAt: joinedAt.toISOString(),
    lastActiveAt: lastActiveAt?.toISOString() ?? null,
    you: viewer.userId === row.id,
    manageable: mayManageInAccount(viewer, { userId: row.id, accountRole: row.role }),
    flags: flagsOf({ email: row.email, joinedAt, lastActiveAt }, flagged, thresholds, new Date(row.now)),
    sites: sites.map(({ view }) => view),
  };
}
