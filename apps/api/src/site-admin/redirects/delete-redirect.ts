import type { CommandContext } from '@keyholder/db';
import { fail } from '@keyholder/domain';
import type { RedirectId } from '@keyholder/domain';
import type { Deps } from '../../deps.ts';
import type { SiteAccess } from '../../http/access.ts';
import type { Caller } from '../../http/caller.ts';
import { requireGranted } from '../../roster/area-rights.ts';
import { contentSignal } from '../content/content-record.ts';
import { requireMatch } from '../etag.ts';
import { placeOf } from '../site-place.ts';
import { redirectEvent } from './redirect-record.ts';
import { deleteRedirectRow, readRedirect } from './redirect-repository.ts';
import { viewRedirect } from './redirect-view.ts';

export function deleteRedirect(
  deps: Pick<Deps, 'write'>,
  command: CommandContext,
  caller: Caller,
  site: SiteAccess,
  id: RedirectId | null,
  ifMatch: string | null,
): Promise<void> {
  const place = placeOf(site);
  return deps.write(command, place.accountId, async (tx, { now }) => {
    await requireGranted(tx, caller, site, 'redirects.write', now);
    const before = (id && (await readRedirect(tx, place, id))) ?? fail('not_found');
    requireMatch(ifMatch, viewRedirect(before));

    await deleteRedirectRow(tx, place, before.id);

    return {
      result: undefined,
      events: [redirectEvent('deleted', place, before.id, { before })],
      signals: [contentSignal(place)],
    };
  });
}
