import type { CommandContext } from '@keyholder/db';
import { fail } from '@keyholder/domain';
import type { ContentId, Robots } from '@keyholder/domain';
import type { Deps } from '../../deps.ts';
import type { SiteAccess } from '../../http/access.ts';
import type { Caller } from '../../http/caller.ts';
import { requireGranted } from '../../roster/area-rights.ts';
import { contentSignal } from '../content/content-record.ts';
import { readContent } from '../content/content-repository.ts';
import { requireMatch } from '../etag.ts';
import { placeOf } from '../site-place.ts';
import { saveSeo } from './seo-repository.ts';
import type { PageSeo } from './seo-repository.ts';
import { viewSeo } from './seo-view.ts';
import type { SeoView } from './seo-view.ts';

export interface SeoChange {
  /** Null: none. */
  readonly title?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly robots?: Robots | undefined;
  readonly ifMatch: string | null;
}

/** Changes what search engines are told about a page. */
export function updateSeo(
  deps: Pick<Deps, 'write'>,
  command: CommandContext,
  caller: Caller,
  site: SiteAccess,
  id: ContentId | null,
  change: SeoChange,
): Promise<SeoView> {
  const place = placeOf(site);
  return deps.write(command, place.accountId, async (tx, { now }) => {
    await requireGranted(tx, caller, site, 'seo.write', now);
    const page = (id && (await readContent(tx, place, 'page', id))) ?? fail('not_found');
    requireMatch(change.ifMatch, viewSeo(page));
    const after: PageSeo = {
      seoTitle: change.title === undefined ? page.seoTitle : change.title,
      seoDescription: change.description === undefined ? page.seoDescription : change.description,
      robots: change.robots ?? page.robots,
    };
    const [from, to] = [recorded(page.title, page), recorded(page.title, after)];
    if (JSON.stringify(from) === JSON.stringify(to)) return { unchanged: true, result: viewSeo(page) };

    await saveSeo(tx, place, page.id, after);

    return {
      result: viewSeo({ ...page, ...after, seoVersion: page.seoVersion + 1 }),
      events: [
        {
          action: 'seo.updated',
          target: { kind: 'page', id: page.id },
          siteId: place.siteId,
          before: from,
          after: to,
        },
      ],
      signals: [contentSignal(place)],
    };
  });
}

const recorded = (page: string, { seoTitle, seoDescription, robots }: PageSeo) => ({
  page,
  title: seoTitle,
  description: seoDescription,
  robots,
});
