import { databaseNow } from '@keyholder/db';
import type { Transaction } from '@keyholder/db';
import { ACCOUNT_PERMISSIONS, accountRoleGrants, mayReceiveOwnership } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import type { AccountAccess, PersonAccess } from '../http/access.ts';
import { readOpenOffer } from '../roster/ownership-offer.ts';
import { countSeats } from '../roster/seats.ts';
import { viewPlan } from './account-view.ts';
import type { AccountView } from './account-view.ts';

/** The account as far as the viewer may know it. */
export function readAccount(
  deps: Pick<Deps, 'read'>,
  person: PersonAccess,
  account: AccountAccess,
): Promise<AccountView> {
  return deps.read((db) => viewAccount(db, person, account));
}

/** The same inside a command, which has just changed it. */
export async function viewAccount(
  db: Pick<Transaction, 'execute'>,
  person: PersonAccess,
  account: AccountAccess,
): Promise<AccountView> {
  const now = await databaseNow(db);
  const team = accountRoleGrants(account.role, 'team.read');
  const seats = team ? await countSeats(db, account.id, now) : null;
  const open = team ? await countInvitations(db, account, now) : null;
  return {
    id: account.id,
    slug: account.slug,
    name: account.name,
    role: account.role,
    permissions: ACCOUNT_PERMISSIONS.filter((permission) => accountRoleGrants(account.role, permission)),
    plan: seats && viewPlan(account.plan, seats),
    ownershipOffer: await offerFor(db, person, account, now),
    counts: {
      sites: await countSites(db, person, account, now),
      people: seats?.used ?? null,
      pendingInvitations: open?.pending ?? null,
      expiredInvitations: open?.expired ?? null,
    },
  };
}

/** The open offer of ownership, when the viewer is one of its two sides. */
async function offerFor(
  db: Pick<Transaction, 'execute'>,
  person: PersonAccess,
  { id, role }: AccountAccess,
  now: Date,
) {
  const makes = accountRoleGrants(role, 'account.transfer');
  if (!makes && !mayReceiveOwnership(role)) return null;
  const offer = await readOpenOffer(db, id, now);
  return offer && (makes || offer.user.id === person.userId) ? offer : null;
}

async function countSites(
  db: Pick<Transaction, 'execute'>,
  person: PersonAccess,
  account: AccountAccess,
  now: Date,
): Promise<number> {
  const [row] = await db.execute<{ sites: string }>(
    accountRoleGrants(account.role, 'sites.read')
      ? sql`select count(*) as sites from site where account_id = ${account.id} and deleted_at is null`
      : sql`select count(*) as sites from site_member where account_id = ${account.id} and user_id = ${person.userId}
          and (access_until is null or access_until > ${now.toISOString()}::timestamptz)`,
  );
  return Number(row?.sites ?? 0);
}

async function countInvitations(db: Pick<Transaction, 'execute'>, account: AccountAccess, now: Date) {
  const [row] = await db.execute<{ pending: string; expired: string }>(sql`
    select count(*) as pending, count(*) filter (where expires_at <= ${now.toISOString()}::timestamptz) as expired
    from invitation where account_id = ${account.id} and state = 'pending'`);
  return { pending: Number(row?.pending ?? 0), expired: Number(row?.expired ?? 0) };
}
