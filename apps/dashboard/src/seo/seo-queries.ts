import type { Robots } from '@keyholder/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, data } from '../api.ts';
import { keys } from '../keys.ts';
import { seoWords as words } from '../messages/seo.ts';
import { pagedQuery, setOnly } from '../paged-list.tsx';
import { toast } from '../ui/toasts.tsx';

const seo = api.v1.sites[':site'].seo;

export const MISSING = ['any', 'title', 'description'] as const;
export interface SeoFilter {
  q?: string | undefined;
  missing?: (typeof MISSING)[number] | undefined;
}
const readList = (site: string, filter: SeoFilter, cursor?: string) =>
  data(seo.$get({ param: { site }, query: setOnly({ ...filter, cursor }) }));
export type PageSeo = Awaited<ReturnType<typeof readList>>['items'][number];

export const seoListQuery = (siteId: string, filter: SeoFilter) =>
  pagedQuery(keys.site(siteId, 'seo', 'list', filter), (cursor) => readList(siteId, filter, cursor));

export interface SeoChange {
  title?: string | null;
  description?: string | null;
  robots?: Robots;
}
/** Saves over what was shown (If-Match). */
export function useSaveSeo(siteId: string, pageId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ change, etag }: { change: SeoChange; etag: string }) =>
      data(
        seo[':pageId'].$patch(
          { param: { site: siteId, pageId }, json: change },
          { headers: { 'if-match': etag } },
        ),
      ),
    onSuccess: async (saved) => {
      toast(words.saved(saved.page.title));
      await client.invalidateQueries({ queryKey: keys.site(siteId, 'seo') });
    },
  });
}
