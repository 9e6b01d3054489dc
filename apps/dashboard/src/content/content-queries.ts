import type { ContentKind, ContentStatus } from '@keyholder/domain';
import { queryOptions } from '@tanstack/react-query';
import { api, data } from '../api.ts';
import { keys } from '../keys.ts';
import { pagedQuery, setOnly } from '../paged-list.tsx';

const site = api.v1.sites[':site'];
export const AREA = { page: 'pages', post: 'posts' } as const satisfies Record<ContentKind, string>;
export const areaOf = (kind: ContentKind) => site[AREA[kind]];

export interface ContentFilter {
  q?: string | undefined;
  status?: ContentStatus | undefined;
  sort?: 'title' | '-title' | 'updated' | '-updated' | undefined;
}
const readList = (siteId: string, kind: ContentKind, filter: ContentFilter, cursor?: string) =>
  data(areaOf(kind).$get({ param: { site: siteId }, query: setOnly({ ...filter, cursor }) }));
export type ContentRow = Awaited<ReturnType<typeof readList>>['items'][number];

export const contentListQuery = (siteId: string, kind: ContentKind, filter: ContentFilter) =>
  pagedQuery(keys.site(siteId, AREA[kind], 'list', filter), (cursor) =>
    readList(siteId, kind, filter, cursor),
  );

const readOne = (siteId: string, kind: ContentKind, id: string) =>
  data(areaOf(kind)[':id'].$get({ param: { site: siteId, id } }));
export type Content = Awaited<ReturnType<typeof readOne>>;

export const contentQuery = (siteId: string, kind: ContentKind, id: string) =>
  queryOptions({
    queryKey: keys.site(siteId, AREA[kind], 'one', id),
    queryFn: () => readOne(siteId, kind, id),
  });
