import { preference } from '@keyholder/db/schema';
import { DEFAULT_PREFERENCES } from '@keyholder/domain';
import type { Preferences } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import type { PersonAccess } from '../http/access.ts';
import { readPreferences } from './read-preferences.ts';
import type { PreferenceChange } from './preference-view.ts';

/**
 * Keeps what a person chose, for every browser that they use. It is theirs and belongs to no account, so no account's
 * log records it; what people may do does not depend on it.
 */
export async function updatePreferences(
  deps: Pick<Deps, 'read'>,
  person: PersonAccess,
  change: PreferenceChange,
): Promise<Preferences> {
  const chosen = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  // One statement: two choices made at once in two windows must not undo each other.
  await deps.read((db) =>
    db
      .insert(preference)
      .values({ userId: person.userId, ...DEFAULT_PREFERENCES, ...chosen })
      .onConflictDoUpdate({ target: preference.userId, set: chosen }),
  );
  return readPreferences(deps, person);
}
