import type { FormState } from '@keyholder/domain';
import { queryOptions } from '@tanstack/react-query';
import { api, data } from '../api.ts';
import { keys } from '../keys.ts';
import { pagedQuery, setOnly } from '../paged-list.tsx';

const forms = api.v1.sites[':site'].forms;

const readList = (site: string, q: string | undefined, cursor?: string) =>
  data(forms.$get({ param: { site }, query: setOnly({ q, cursor }) }));
export type Form = Awaited<ReturnType<typeof readList>>['items'][number];

export const formsQuery = (siteId: string, q: string | undefined) =>
  pagedQuery(keys.site(siteId, 'forms', 'list', { q }), (cursor) => readList(siteId, q, cursor));

export const formQuery = (siteId: string, id: string) =>
  queryOptions({
    queryKey: keys.site(siteId, 'forms', 'one', id),
    queryFn: () => data(forms[':id'].$get({ param: { site: siteId, id } })),
  });

export interface FormParts {
  name: string;
  thanksPath: string;
  fields: Form['fields'];
}
export const createForm = (site: string, json: FormParts) => data(forms.$post({ param: { site }, json }));

/** Saves over what was shown (If-Match). */
export const changeForm = (
  site: string,
  id: string,
  json: Partial<FormParts> & { state?: FormState },
  etag: string,
) => data(forms[':id'].$patch({ param: { site, id }, json }, { headers: { 'if-match': etag } }));

export const deleteForm = (site: string, id: string, etag: string) =>
  data(forms[':id'].$delete({ param: { site, id }, json: {} }, { headers: { 'if-match': etag } }));
