import type { CommandContext } from '@keyholder/db';
import { decideRedirect, fail, must } from '@keyholder/domain';
import type { RedirectId } from '@keyholder/domain';
import type { Deps } from '../../deps.ts';
import type { SiteAccess } from '../../http/access.ts';
import type { Caller } from '../../http/caller.ts';
import { requireGranted } from '../../roster/area-rights.ts';
import { contentSignal } from '../content/content-record.ts';
import { requireMatch } from '../etag.ts';
import { placeOf } from '../site-place.ts';
import { redirectEvent } from './redirect-record.ts';
import { readRedirect, readSiteRedirects, saveRedirectChange } from './redirect-repository.ts';
import type { RedirectRule } from './redirect-repository.ts';
import { viewRedirect } from './redirect-view.ts';
import type { RedirectView } from './redirect-view.ts';

export type RedirectChange = { readonly [Field in keyof RedirectRule]?: RedirectRule[Field] | undefined } & {
  readonly ifMatch: string | null;
};

/** Changes path, target or status of a redirect, under the same rules as for a new one. */
export function updateRedirect(
  deps: Pick<Deps, 'write'>,
  command: CommandContext,
  caller: Caller,
  site: SiteAccess,
  id: RedirectId | null,
  change: RedirectChange,
): Promise<RedirectView> {
  const place = placeOf(site);
  return deps.write(command, place.accountId, async (tx, { now }) => {
    await requireGranted(tx, caller, site, 'redirects.write', now);
    const before = (id && (await readRedirect(tx, place, id))) ?? fail('not_found');
    requireMatch(change.ifMatch, viewRedirect(before));
    const after: RedirectRule = {
      path: change.path ?? before.path,
      target: change.target ?? before.target,
      status: change.status ?? before.status,
    };
    const same =
      after.path === before.path && after.target === before.target && after.status === before.status;
    if (same) return { unchanged: true, result: viewRedirect(before) };
    const { redirects, domain } = await readSiteRedirects(tx, place);
    redirects.delete(before.path);
    must(decideRedirect(redirects, after, domain));

    await saveRedirectChange(tx, place, before.id, after, caller.userId, now);

    return {
      result: viewRedirect((await readRedirect(tx, place, before.id))!),
      events: [redirectEvent('updated', place, before.id, { before, after })],
      signals: [contentSignal(place)],
    };
  });
}
