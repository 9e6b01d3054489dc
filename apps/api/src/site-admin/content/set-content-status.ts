import type { CommandContext } from '@keyholder/db';
import { CONTENT_PERMISSIONS, fail } from '@keyholder/domain';
import type { ContentId, ContentKind, ContentStatus } from '@keyholder/domain';
import type { Deps } from '../../deps.ts';
import type { SiteAccess } from '../../http/access.ts';
import type { Caller } from '../../http/caller.ts';
import { requireGranted } from '../../roster/area-rights.ts';
import { requireMatch } from '../etag.ts';
import { placeOf } from '../site-place.ts';
import { contentEvent, contentSignal } from './content-record.ts';
import { readContent, saveContentChange } from './content-repository.ts';
import { viewContent } from './content-view.ts';
import type { ContentView } from './content-view.ts';

/** Makes a page or post public, or takes it back to a draft. Asked for what is so already, it answers what is there. */
export function setContentStatus(
  deps: Pick<Deps, 'write'>,
  command: CommandContext,
  caller: Caller,
  site: SiteAccess,
  { kind, id }: { readonly kind: ContentKind; readonly id: ContentId | null },
  { status, ifMatch }: { readonly status: ContentStatus; readonly ifMatch: string | null },
): Promise<ContentView> {
  const place = placeOf(site);
  return deps.write(command, place.accountId, async (tx, { now }) => {
    await requireGranted(tx, caller, site, CONTENT_PERMISSIONS[kind].publish, now);
    const before = (id && (await readContent(tx, place, kind, id))) ?? fail('not_found');
    requireMatch(ifMatch, viewContent(before));
    if (before.status === status) return { unchanged: true, result: viewContent(before) };

    const publishedAt = status === 'published' ? now : null;
    await saveContentChange(tx, place, before.id, { status, publishedAt }, caller.userId, now);

    const { title, slug } = before;
    return {
      result: viewContent((await readContent(tx, place, kind, before.id))!),
      events: [
        contentEvent(status === 'published' ? 'published' : 'unpublished', place, before, {
          before: { title, slug, status: before.status },
          after: { title, slug, status },
        }),
      ],
      signals: [contentSignal(place)],
    };
  });
}
