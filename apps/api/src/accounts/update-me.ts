import { user } from '@keyholder/db/schema';
import { eq, sql } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import type { PersonAccess } from '../http/access.ts';
import type { Me } from './me-view.ts';
import { readMe } from './read-me.ts';

/**
 * Changes the person's own name. It is theirs and belongs to no account, so no account's log records it; what people
 * may do does not depend on it.
 */
export async function updateMe(
  deps: Pick<Deps, 'read'>,
  person: PersonAccess,
  { name }: { readonly name: string },
): Promise<Me> {
  await deps.read((db) =>
    db
      .update(user)
      .set({ name, updatedAt: sql`date_trunc('milliseconds', clock_timestamp())` })
      .where(eq(user.id, person.userId)),
  );
  return readMe(deps, { ...person, name });
}
