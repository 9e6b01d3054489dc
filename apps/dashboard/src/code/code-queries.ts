import type { SiteCode } from '@keyholder/domain';
import { queryOptions } from '@tanstack/react-query';
import { api, data } from '../api.ts';
import { keys } from '../keys.ts';
import { pagedQuery, setOnly } from '../paged-list.tsx';

const code = api.v1.sites[':site'].code;

const readCode = (site: string) => data(code.$get({ param: { site } }));
export type Code = Awaited<ReturnType<typeof readCode>>;

export const codeQuery = (siteId: string) =>
  queryOptions({ queryKey: keys.site(siteId, 'code', 'now'), queryFn: () => readCode(siteId) });

/** Saves all three parts over what was shown (If-Match). */
export const saveCode = (site: string, { css, head, body }: SiteCode, etag: string) =>
  data(code.$put({ param: { site }, json: { css, head, body } }, { headers: { 'if-match': etag } }));

const readHistory = (site: string, cursor?: string) =>
  data(code.history.$get({ param: { site }, query: setOnly({ cursor }) }));
export type CodeVersion = Awaited<ReturnType<typeof readHistory>>['items'][number];

export const codeHistoryQuery = (siteId: string) =>
  pagedQuery(keys.site(siteId, 'code', 'history'), (cursor) => readHistory(siteId, cursor));

export const codeVersionQuery = (siteId: string, version: string) =>
  queryOptions({
    queryKey: keys.site(siteId, 'code', 'version', version),
    queryFn: () => data(code.history[':version'].$get({ param: { site: siteId, version } })),
  });
