import type { CommandContext } from '@keyholder/db';
import { decideKeyRevocation, fail, isId, must, siteRoleGrants } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import type { PersonAccess, SiteAccess } from '../http/access.ts';
import { keyRevoked } from '../roster/revoke-api-keys.ts';
import { readStandings } from '../roster/standings.ts';
import { sql } from 'drizzle-orm';
import { readKeys, saveKeyRevocation } from './api-key-repository.ts';

/** Ends a key at once and for good: anybody who manages the site's keys may, and its maker always. */
export async function revokeApiKey(
  deps: Pick<Deps, 'write'>,
  command: CommandContext,
  by: PersonAccess,
  site: SiteAccess,
  id: string,
): Promise<void> {
  const scope = { accountId: site.account.id, siteId: site.id };
  if (!isId(id)) fail('not_found');
  await deps.write(command, scope.accountId, async (tx, { now }) => {
    const actor = (await readStandings(tx, scope.accountId, scope.siteId, [by.userId], now))(by.userId);
    const [found] = await readKeys(tx, scope, sql`k.id = ${id}`);

    // Whoever may not see the list learns nothing of which keys there are.
    if (!found && siteRoleGrants(actor.siteRole, 'api_keys.manage')) fail('not_found');
    must(decideKeyRevocation(actor, found?.key.madeBy.id ?? null));
    const { key } = found ?? fail('not_found');

    if (!(await saveKeyRevocation(tx, scope, key.id, by.userId, now)))
      return { unchanged: true, result: null };
    return {
      result: null,
      events: [keyRevoked({ ...key, siteId: scope.siteId, maker: key.madeBy.id }, null)],
      signals: [{ event: 'api_key.revoked', id: key.id, siteId: scope.siteId }],
    };
  });
}
