import type { CommandContext } from '@keyholder/db';
import { CONTENT_PERMISSIONS, fail } from '@keyholder/domain';
import type { ContentId, ContentKind } from '@keyholder/domain';
import type { Deps } from '../../deps.ts';
import type { SiteAccess } from '../../http/access.ts';
import type { Caller } from '../../http/caller.ts';
import { requireGranted } from '../../roster/area-rights.ts';
import { requireMatch } from '../etag.ts';
import { placeOf } from '../site-place.ts';
import { contentEvent, contentSignal, recordedText } from './content-record.ts';
import { deleteContentRow, readContent } from './content-repository.ts';
import { viewContent } from './content-view.ts';

/** Deletes a page or post; its address is free again. */
export function deleteContent(
  deps: Pick<Deps, 'write'>,
  command: CommandContext,
  caller: Caller,
  site: SiteAccess,
  { kind, id }: { readonly kind: ContentKind; readonly id: ContentId | null },
  ifMatch: string | null,
): Promise<void> {
  const place = placeOf(site);
  return deps.write(command, place.accountId, async (tx, { now }) => {
    await requireGranted(tx, caller, site, CONTENT_PERMISSIONS[kind].write, now);
    const before = (id && (await readContent(tx, place, kind, id))) ?? fail('not_found');
    requireMatch(ifMatch, viewContent(before));

    await deleteContentRow(tx, place, before.id);

    return {
      result: undefined,
      events: [
        contentEvent('deleted', place, before, {
          before: { ...recordedText(before), status: before.status },
        }),
      ],
      signals: [contentSignal(place)],
    };
  });
}
