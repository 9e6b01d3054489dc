import type { CommandContext } from '@keyholder/db';
import { newId } from '@keyholder/db';
import { decideRedirect, must } from '@keyholder/domain';
import type { RedirectId } from '@keyholder/domain';
import type { Deps } from '../../deps.ts';
import type { SiteAccess } from '../../http/access.ts';
import type { Caller } from '../../http/caller.ts';
import { requireGranted } from '../../roster/area-rights.ts';
import { contentSignal } from '../content/content-record.ts';
import { placeOf } from '../site-place.ts';
import { redirectEvent } from './redirect-record.ts';
import { readRedirect, readSiteRedirects, saveNewRedirects } from './redirect-repository.ts';
import type { RedirectRule } from './redirect-repository.ts';
import { viewRedirect } from './redirect-view.ts';
import type { RedirectView } from './redirect-view.ts';

/** One more redirect. Judged against all others under the lock, so that two made at once cannot close a circle either. */
export function createRedirect(
  deps: Pick<Deps, 'write'>,
  command: CommandContext,
  caller: Caller,
  site: SiteAccess,
  rule: RedirectRule,
): Promise<RedirectView> {
  const place = placeOf(site);
  return deps.write(command, place.accountId, async (tx, { now }) => {
    await requireGranted(tx, caller, site, 'redirects.write', now);
    const { redirects, domain } = await readSiteRedirects(tx, place);
    must(decideRedirect(redirects, rule, domain));
    const id = newId<RedirectId>();

    await saveNewRedirects(tx, place, [{ id, ...rule }], caller.userId, now);

    return {
      result: viewRedirect((await readRedirect(tx, place, id))!),
      events: [redirectEvent('created', place, id, { after: rule })],
      signals: [contentSignal(place)],
    };
  });
}
