import type { Transaction, WriteTx } from '@keyholder/db';
import { account, accountMember, claimedSlug } from '@keyholder/db/schema';
import { FORMER_SLUGS_KEPT } from '@keyholder/domain';
import type { AccountId, AccountRole, Plan, UserId } from '@keyholder/domain';
import { and, eq, ne, sql } from 'drizzle-orm';

export interface NewAccount {
  readonly id: AccountId;
  readonly name: string;
  readonly slug: string;
  readonly plan: Plan;
}

/** Slugs that lead to some account, now or still, and begin like this one. */
export async function readSlugs(tx: Transaction, base: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .select({ slug: claimedSlug.slug })
    .from(claimedSlug)
    .where(sql`starts_with(${claimedSlug.slug}, ${base})`);
  return new Set(rows.map((row) => row.slug));
}

/** False when somebody else took the slug meanwhile: then nothing is saved. */
export async function saveAccount(tx: WriteTx, created: NewAccount, createdAt: Date): Promise<boolean> {
  const saved = await tx
    .insert(account)
    .values({ ...created, createdAt })
    .onConflictDoNothing({ target: account.slug })
    .returning({ id: account.id });
  return saved.length > 0;
}

export async function saveFounder(
  tx: WriteTx,
  accountId: AccountId,
  founder: { readonly userId: UserId; readonly role: AccountRole },
  now: Date,
): Promise<void> {
  await tx.insert(accountMember).values({ accountId, ...founder, joinedAt: now, lastActiveAt: now });
}

export type AccountSettings = Pick<NewAccount, 'name' | 'slug' | 'plan'>;

/** What can be changed of the account, as it is now; its lock is held by the write door. */
export async function readSettings(tx: WriteTx, id: AccountId): Promise<AccountSettings | null> {
  const [row] = await tx
    .select({ name: account.name, slug: account.slug, plan: account.plan })
    .from(account)
    .where(eq(account.id, id));
  return row ?? null;
}

export async function saveSettings(tx: WriteTx, id: AccountId, settings: AccountSettings): Promise<void> {
  await tx.update(account).set(settings).where(eq(account.id, id));
}

/** Whether a slug leads to another account, or led there not long ago. */
export async function isSlugTaken(tx: WriteTx, id: AccountId, slug: string): Promise<boolean> {
  const rows = await tx
    .select({ slug: claimedSlug.slug })
    .from(claimedSlug)
    .where(and(eq(claimedSlug.slug, slug), ne(claimedSlug.accountId, id)));
  return rows.length > 0;
}

/** Lets go of slugs that the account had, but for the last few: nobody may collect them. */
export async function forgetOldSlugs(tx: WriteTx, id: AccountId, current: string): Promise<void> {
  await tx.execute(sql`
    delete from claimed_slug where account_id = ${id} and slug in (
      select slug from claimed_slug where account_id = ${id} and slug <> ${current}
      order by claimed_at desc, slug offset ${FORMER_SLUGS_KEPT})`);
}
