import { fail } from '@keyholder/domain';
import type { SsoConnectionId } from '@keyholder/domain';
import type { AccountAccess, PersonAccess } from '../http/access.ts';
import { findConnection } from './connection-repository.ts';
import type { SsoSettingsDeps } from './read-connections.ts';
import { requireSettings } from './settings-authority.ts';
import { tryIssuer } from './try-issuer.ts';

/** Asks the provider now whether it can be used. It changes nothing. */
export async function testConnection(
  deps: SsoSettingsDeps,
  person: PersonAccess,
  account: AccountAccess,
  id: SsoConnectionId,
): Promise<{ readonly usable: boolean; readonly fault: string | null }> {
  const { issuer } = await deps.database.transaction(async (tx) => {
    await requireSettings(tx, account.id, person, await deps.database.now(tx));
    return (await findConnection(tx, account.id, id)) ?? fail('not_found');
  });
  const fault = await tryIssuer(deps, account.id, issuer);
  return { usable: fault === null, fault };
}
