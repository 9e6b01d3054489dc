import { fail, isCurrent, mayInvite } from '@keyholder/domain';
import type { Transaction } from '@keyholder/db';
import { accountMember, siteMember, user } from '@keyholder/db/schema';
import type { EmailAddress, Offer, SiteRole, AccountRole, Standing, UserId } from '@keyholder/domain';
import { and, eq } from 'drizzle-orm';
import type { AccountFacts, SiteAccess } from '../http/access.ts';
import { readAccountStanding, readStandings } from '../roster/standings.ts';
import type { Place } from './invitation-repository.ts';

/** The place that people are invited to, with the names that mails use. */
export interface Venue {
  readonly place: Place;
  readonly accountName: string;
  readonly siteName: string | null;
}

export const siteVenue = (site: SiteAccess): Venue => ({
  place: { scope: 'site', accountId: site.account.id, siteId: site.id },
  accountName: site.account.name,
  siteName: site.name,
});

export const accountVenue = (account: AccountFacts): Venue => ({
  place: { scope: 'account', accountId: account.id, siteId: null },
  accountName: account.name,
  siteName: null,
});

/** What is offered when this role is offered here. */
export const offerOf = (place: Place, role: Offer['role']): Offer =>
  place.scope === 'site'
    ? { scope: 'site', siteId: place.siteId, role: role as SiteRole }
    : { scope: 'account', siteId: null, role: role as AccountRole };

/** How somebody stands towards this place at `now`, to be read under the lock [R11]. */
export async function readStandingIn(
  tx: Transaction,
  place: Place,
  userId: UserId,
  now: Date,
): Promise<Standing> {
  if (place.scope === 'site')
    return (await readStandings(tx, place.accountId, place.siteId, [userId], now))(userId);
  return { ...(await readAccountStanding(tx, place.accountId, userId)), siteRole: null };
}

/** The same of somebody who wants to change invitations here; without that right they learn nothing else [R6]. */
export async function readManager(
  tx: Transaction,
  place: Place,
  userId: UserId,
  now: Date,
): Promise<Standing> {
  const standing = await readStandingIn(tx, place, userId, now);
  return mayInvite(standing, place.scope) ? standing : fail('permission.denied');
}

/** The person with this address who already is in this place, or null [R14]. */
export async function readActiveMember(
  tx: Transaction,
  place: Place,
  email: EmailAddress,
  now: Date,
): Promise<{ readonly id: UserId; readonly name: string; readonly role: SiteRole | AccountRole } | null> {
  const [row] = await tx
    .select({
      id: user.id,
      name: user.name,
      accountRole: accountMember.role,
      siteRole: siteMember.role,
      until: siteMember.accessUntil,
    })
    .from(user)
    .innerJoin(
      accountMember,
      and(eq(accountMember.userId, user.id), eq(accountMember.accountId, place.accountId)),
    )
    .leftJoin(
      siteMember,
      and(
        eq(siteMember.userId, user.id),
        place.scope === 'site' ? eq(siteMember.siteId, place.siteId) : undefined,
      ),
    )
    .where(eq(user.email, email));
  if (!row) return null;
  if (place.scope === 'account') return { id: row.id, name: row.name, role: row.accountRole };
  return row.siteRole && isCurrent(row.until, now)
    ? { id: row.id, name: row.name, role: row.siteRole }
    : null;
}
