import type { CommandContext } from '@keyholder/db';
import { fail } from '@keyholder/domain';
import type { Deps } from '../../deps.ts';
import type { SiteAccess } from '../../http/access.ts';
import type { Caller } from '../../http/caller.ts';
import { requireGranted } from '../../roster/area-rights.ts';
import { requireMatch } from '../etag.ts';
import { lockForm, saveFormDeletion } from './form-repository.ts';
import { viewForm } from './form-view.ts';

/** Takes a form away: it accepts nothing from now on. What came in by it can still be read. */
export function deleteForm(
  deps: Pick<Deps, 'write'>,
  command: CommandContext,
  caller: Caller,
  site: SiteAccess,
  id: string,
  ifMatch: string | null,
): Promise<null> {
  return deps.write(command, site.account.id, async (tx, { now }) => {
    await requireGranted(tx, caller, site, 'forms.write', now);
    const place = { accountId: site.account.id, siteId: site.id };
    const before = (await lockForm(tx, place, id)) ?? fail('not_found');
    requireMatch(ifMatch, viewForm(before));
    await saveFormDeletion(tx, place, before.id, now);
    return {
      result: null,
      events: [
        {
          action: 'form.deleted',
          target: { kind: 'form', id: before.id },
          siteId: site.id,
          before: { name: before.name, submissions: before.submissions },
        },
      ],
    };
  });
}
