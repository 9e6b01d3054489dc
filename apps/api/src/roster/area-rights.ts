import type { WriteTx } from '@keyholder/db';
import { decideArea, must } from '@keyholder/domain';
import type { SitePermission } from '@keyholder/domain';
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
  const standingOf = await readStandings(tx, site.account.id, site.id, [caller.userId], now);
  must(decideArea({ ...standingOf(caller.userId), carried: carriedBy(caller) }, needs));
}
