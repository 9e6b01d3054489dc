import type { Database } from '@keyholder/db';
import { account } from '@keyholder/db/schema';
import type { AccountId, Plan } from '@keyholder/domain';
import { asc, eq } from 'drizzle-orm';
import { UsageError } from './terminal.ts';

export interface NamedAccount {
  readonly id: AccountId;
  readonly slug: string;
  readonly name: string;
  readonly plan: Plan;
}

const named = { id: account.id, slug: account.slug, name: account.name, plan: account.plan };

/** The account with this slug, or all of them. */
export async function accountsOf(database: Database, slug: string | undefined): Promise<NamedAccount[]> {
  const found = await database.read((db) =>
    db
      .select(named)
      .from(account)
      .where(slug === undefined ? undefined : eq(account.slug, slug))
      .orderBy(asc(account.slug)),
  );
  if (slug !== undefined && found.length === 0) throw new UsageError(`There is no account ${slug}.`);
  return found;
}

/** The account with this slug, or the only one there is. */
export async function oneAccount(database: Database, slug: string | undefined): Promise<NamedAccount> {
  const [one, another] = await accountsOf(database, slug);
  if (!one) throw new UsageError('There is no account yet.');
  if (another) throw new UsageError('There are several accounts: name one with --account.');
  return one;
}
