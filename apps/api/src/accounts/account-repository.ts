import type { Transaction, WriteTx } from '@keyholder/db';
import { account, accountMember } from '@keyholder/db/schema';
import type { AccountId, AccountRole, Plan, UserId } from '@keyholder/domain';
import { eq, sql } from 'drizzle-orm';

export interface NewAccount {
  readonly id: AccountId;
  readonly name: string;
  readonly slug: string;
  readonly plan: Plan;
}

/** Slugs of all accounts that begin like this one. */
export async function readSlugs(tx: Transaction, base: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .select({ slug: account.slug })
    .from(account)
    .where(sql`starts_with(${account.slug}, ${base})`);
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

export type AccountSettings = Pick<NewAccount, 'name' | 'plan'>;

/** What can be changed of the account, as it is now; its lock is held by the write door. */
export async function readSettings(tx: WriteTx, id: AccountId): Promise<AccountSettings | null> {
  const [row] = await tx
    .select({ name: account.name, plan: account.plan })
    .from(account)
    .where(eq(account.id, id));
  return row ?? null;
}

export async function saveSettings(tx: WriteTx, id: AccountId, settings: AccountSettings): Promise<void> {
  await tx.update(account).set(settings).where(eq(account.id, id));
}
