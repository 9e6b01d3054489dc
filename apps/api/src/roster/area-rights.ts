import type { WriteTx } from '@keyholder/db';
import { apiKey } from '@keyholder/db/schema';
import { decideArea, fail, must } from '@keyholder/domain';
import type { SitePermission } from '@keyholder/domain';
import { and, eq, gt, isNull } from 'drizzle-orm';
import type { SiteAccess } from '../http/access.ts';
import { carriedBy } from '../http/caller.ts';
import type { Caller } from '../http/caller.ts';
import { readStandings } from './standings.ts';

/**
 * Judges a caller again under the account's lock, by their rights as they are now [R11]: throws what `auth.granted`
 * throws. The first thing that a command in an area of Site Admin does.
 */
export async function requireGranted(
  tx: WriteTx,
  caller: Caller,
  site: Pick<SiteAccess, 'id' | 'account'>,
  needs: SitePermission,
  now: Date,
): Promise<void> {
  const standing = (await readStandings(tx, site.account.id, site.id, [caller.userId], now))(caller.userId);
  // A key is dead with its maker's place on the site, whatever else they may be in the account [R44].
  if (caller.kind === 'api_key' && (standing.siteRole === null || !(await isAlive(tx, caller, site, now))))
    fail('auth.required');
  must(decideArea({ ...standing, carried: carriedBy(caller) }, needs));
}

async function isAlive(
  tx: WriteTx,
  { keyId }: Extract<Caller, { kind: 'api_key' }>,
  site: Pick<SiteAccess, 'id' | 'account'>,
  now: Date,
): Promise<boolean> {
  const rows = await tx
    .select({ id: apiKey.id })
    .from(apiKey)
    .where(
      and(
        eq(apiKey.accountId, site.account.id),
        eq(apiKey.siteId, site.id),
        eq(apiKey.id, keyId),
        isNull(apiKey.revokedAt),
        gt(apiKey.expiresAt, now),
      ),
    );
  return rows.length === 1;
}
