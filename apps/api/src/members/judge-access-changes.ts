import type { WriteTx } from '@keyholder/db';
import { decideAccessChange, refuse } from '@keyholder/domain';
import type { AccessStep, AccountId, Decision, SiteId, SiteRole, UserId } from '@keyholder/domain';
import { readAccountStanding, readSiteRoles, standing } from '../roster/standings.ts';
import { cellOf, readCells, readPeople } from './access-change-repository.ts';
import type { PersonOfAccount } from './access-change-repository.ts';
import { readAssignedSites } from './assignment-repository.ts';
import type { AssignedSite } from './assignment-repository.ts';
import type { SiteMember } from './site-member-repository.ts';
import { etagOf } from './site-member-view.ts';

export interface AccessChange {
  readonly userId: UserId;
  readonly siteId: SiteId;
  /** Null: no access any more. */
  readonly role: SiteRole | null;
  /** The etag of the membership that the caller saw; absent when they do not mind. */
  readonly etag?: string | undefined;
}

/** A change that may be made, with everything that is needed to make it. */
export interface JudgedChange {
  readonly step: AccessStep;
  readonly person: PersonOfAccount;
  readonly site: AssignedSite;
  readonly held: SiteMember | null;
  readonly role: SiteRole | null;
}

/** What would become of each change now, in their order: a number of statements that does not grow with them. */
export async function judgeAccessChanges(
  tx: WriteTx,
  accountId: AccountId,
  by: UserId,
  changes: readonly AccessChange[],
  now: Date,
): Promise<readonly Decision<JudgedChange>[]> {
  const siteIds = [...new Set(changes.map((one) => one.siteId))];
  const { accountRole } = await readAccountStanding(tx, accountId, by);
  const siteRoles = await readSiteRoles(tx, accountId, by, siteIds, now);
  const sites = await readAssignedSites(tx, accountId, siteIds);
  const people = await readPeople(tx, accountId, [...new Set(changes.map((one) => one.userId))]);
  const cells = await readCells(tx, accountId, people, siteIds);

  return changes.map((change): Decision<JudgedChange> => {
    const site = sites.get(change.siteId);
    // A site of another account and one that the caller may not know are the same: not there.
    if (!site) return refuse('not_found');
    const person = people.get(change.userId);
    const held = cells.get(cellOf(change)) ?? null;
    const decision = decideAccessChange(
      standing(by, accountRole, siteRoles.get(change.siteId) ?? null),
      { userId: change.userId, accountRole: person?.accountRole ?? null },
      held,
      change.role,
      now,
    );
    if (!decision.allowed) return decision;
    if (!person) return refuse('member.not_found');
    if (change.etag !== undefined && (held === null || change.etag !== etagOf(held)))
      return refuse('member.changed');
    return { allowed: true, value: { step: decision.value, person, site, held, role: change.role } };
  });
}
