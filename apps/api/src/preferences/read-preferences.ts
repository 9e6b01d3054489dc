import { preference } from '@keyholder/db/schema';
import { DEFAULT_PREFERENCES } from '@keyholder/domain';
import type { Preferences } from '@keyholder/domain';
import { eq } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import type { PersonAccess } from '../http/access.ts';

/** What a person has chosen; the defaults until they choose. */
export async function readPreferences(deps: Pick<Deps, 'read'>, person: PersonAccess): Promise<Preferences> {
  const [row] = await deps.read((db) =>
    db.select().from(preference).where(eq(preference.userId, person.userId)),
  );
  if (!row) return DEFAULT_PREFERENCES;
  const { theme, density, timeStyle, clock, singleKeys } = row;
  return { theme, density, timeStyle, clock, singleKeys };
}
