import type { Database } from '@keyholder/db';
import { account } from '@keyholder/db/schema';
import type { AccountId } from '@keyholder/domain';
import { asc, eq } from 'drizzle-orm';
import { UsageError } from './terminal.ts';

export interface NamedAccount {
  readonly id: AccountId;
  readonly slug: string;
}

/** The account with this slug, or all of them. */
export async function accountsOf(database: Database, slug: string | undefined): Promise<NamedAccount[]> {
  const found = await database.read((db) =>
    db
      .select({ id: account.id, slug: account.slug })
      .from(account)
      .where(slug === undefined ? undefined : eq(account.slug, slug))
      .orderBy(asc(account.slug)),
  );
  if (slug !== undefined && found.length === 0) throw new UsageError(`There is no account ${slug}.`);
  return found;
}
