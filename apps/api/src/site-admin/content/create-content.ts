import type { CommandContext } from '@keyholder/db';
import { newId } from '@keyholder/db';
import {
  CONTENT_PERMISSIONS,
  NEW_ROBOTS,
  contentSlugFrom,
  decideSlug,
  must,
  slugFrom,
} from '@keyholder/domain';
import type { ContentId, ContentKind } from '@keyholder/domain';
import type { Deps } from '../../deps.ts';
import type { SiteAccess } from '../../http/access.ts';
import type { Caller } from '../../http/caller.ts';
import { requireGranted } from '../../roster/area-rights.ts';
import { placeOf } from '../site-place.ts';
import { contentEvent, contentSignal, recordedText } from './content-record.ts';
import { readContent, readSlugs, saveNewContent } from './content-repository.ts';
import { viewContent } from './content-view.ts';
import type { ContentView } from './content-view.ts';

export interface ContentInput {
  readonly title: string;
  /** Without one it is made from the title. */
  readonly slug?: string | undefined;
  readonly body?: string | undefined;
}

/** A new draft. */
export function createContent(
  deps: Pick<Deps, 'write'>,
  command: CommandContext,
  caller: Caller,
  site: SiteAccess,
  kind: ContentKind,
  input: ContentInput,
): Promise<ContentView> {
  const place = placeOf(site);
  return deps.write(command, place.accountId, async (tx, { now }) => {
    await requireGranted(tx, caller, site, CONTENT_PERMISSIONS[kind].write, now);
    const taken = await readSlugs(tx, place, kind, input.slug ?? slugFrom(input.title));
    const slug =
      input.slug === undefined ? contentSlugFrom(input.title, taken) : must(decideSlug(input.slug, taken));
    const created = {
      ...{ id: newId<ContentId>(), kind, title: input.title, slug, body: input.body ?? '' },
      robots: NEW_ROBOTS,
    };

    await saveNewContent(tx, place, created, caller.userId, now);

    return {
      result: viewContent((await readContent(tx, place, kind, created.id))!),
      events: [
        contentEvent('created', place, created, { after: { ...recordedText(created), status: 'draft' } }),
      ],
      signals: [contentSignal(place)],
    };
  });
}
