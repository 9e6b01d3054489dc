import type { CommandContext } from '@keyholder/db';
import { CONTENT_PERMISSIONS, decideSlug, fail, must } from '@keyholder/domain';
import type { ContentId, ContentKind } from '@keyholder/domain';
import type { Deps } from '../../deps.ts';
import type { SiteAccess } from '../../http/access.ts';
import type { Caller } from '../../http/caller.ts';
import { requireGranted } from '../../roster/area-rights.ts';
import { requireMatch } from '../etag.ts';
import { placeOf } from '../site-place.ts';
import { contentEvent, contentSignal, recordedText } from './content-record.ts';
import { readContent, readSlugs, saveContentChange } from './content-repository.ts';
import { viewContent } from './content-view.ts';
import type { ContentView } from './content-view.ts';

export interface ContentChange {
  readonly title?: string | undefined;
  readonly slug?: string | undefined;
  readonly body?: string | undefined;
  /** The etag that the caller saw; null when they do not mind. */
  readonly ifMatch: string | null;
}

/** Changes what a page or post says; of a published one at once for everybody. */
export function updateContent(
  deps: Pick<Deps, 'write'>,
  command: CommandContext,
  caller: Caller,
  site: SiteAccess,
  { kind, id }: { readonly kind: ContentKind; readonly id: ContentId | null },
  change: ContentChange,
): Promise<ContentView> {
  const place = placeOf(site);
  return deps.write(command, place.accountId, async (tx, { now }) => {
    await requireGranted(tx, caller, site, CONTENT_PERMISSIONS[kind].write, now);
    const before = (id && (await readContent(tx, place, kind, id))) ?? fail('not_found');
    requireMatch(change.ifMatch, viewContent(before));
    const after = {
      title: change.title ?? before.title,
      slug: change.slug ?? before.slug,
      body: change.body ?? before.body,
    };
    must(decideSlug(after.slug, await readSlugs(tx, place, kind, after.slug, before.id)));
    const same = after.title === before.title && after.slug === before.slug && after.body === before.body;
    if (same) return { unchanged: true, result: viewContent(before) };

    await saveContentChange(tx, place, before.id, after, caller.userId, now);

    return {
      result: viewContent((await readContent(tx, place, kind, before.id))!),
      events: [
        contentEvent('updated', place, before, { before: recordedText(before), after: recordedText(after) }),
      ],
      signals: [contentSignal(place)],
    };
  });
}
