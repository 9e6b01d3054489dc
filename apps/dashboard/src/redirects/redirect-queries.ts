import type { RedirectStatus } from '@keyholder/domain';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, data } from '../api.ts';
import { keys } from '../keys.ts';
import { redirectWords as words } from '../messages/redirects.ts';
import { pagedQuery, setOnly } from '../paged-list.tsx';
import { toast } from '../ui/toasts.tsx';

const redirects = api.v1.sites[':site'].redirects;

export const REDIRECT_SORTS = ['path', '-path', 'target', '-target', 'updated', '-updated'] as const;
export interface RedirectFilter {
  q?: string | undefined;
  sort?: (typeof REDIRECT_SORTS)[number] | undefined;
}
const readList = (site: string, filter: RedirectFilter, cursor?: string) =>
  data(redirects.$get({ param: { site }, query: setOnly({ ...filter, cursor }) }));
export type Redirect = Awaited<ReturnType<typeof readList>>['items'][number];

export const redirectsQuery = (siteId: string, filter: RedirectFilter) =>
  pagedQuery(keys.site(siteId, 'redirects', 'list', filter), (cursor) => readList(siteId, filter, cursor));

export const redirectQuery = (siteId: string, id: string) =>
  queryOptions({
    queryKey: keys.site(siteId, 'redirects', 'one', id),
    queryFn: () => data(redirects[':id'].$get({ param: { site: siteId, id } })),
  });

/** The redirect of a path, which a refusal names without its id. */
export async function findRedirect(site: string, path: string): Promise<Redirect | null> {
  for (let cursor: string | undefined; ;) {
    const page = await readList(site, { q: path }, cursor);
    const found = page.items.find((row) => row.path === path);
    if (found || page.nextCursor === null) return found ?? null;
    cursor = page.nextCursor;
  }
}

export interface RedirectDraft {
  readonly path: string;
  readonly target: string;
  readonly status: RedirectStatus;
}

export function useCreateRedirect(siteId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (json: RedirectDraft) => data(redirects.$post({ param: { site: siteId }, json })),
    onSuccess: (made) => {
      toast(words.created(made.path));
      return client.invalidateQueries({ queryKey: keys.site(siteId, 'redirects') });
    },
  });
}

/** Saves over what was shown (If-Match). */
export function useSaveRedirect(siteId: string, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ change, etag }: { change: Partial<RedirectDraft>; etag: string }) =>
      data(
        redirects[':id'].$patch(
          { param: { site: siteId, id }, json: change },
          { headers: { 'if-match': etag } },
        ),
      ),
    onSuccess: (saved) => {
      client.setQueryData(redirectQuery(siteId, id).queryKey, saved);
      toast(words.saved(saved.path));
      return client.invalidateQueries({ queryKey: keys.site(siteId, 'redirects', 'list') });
    },
  });
}

export function useDeleteRedirect(siteId: string, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ etag }: Pick<Redirect, 'etag' | 'path'>) =>
      data(
        redirects[':id'].$delete(
          { param: { site: siteId, id }, json: {} },
          { headers: { 'if-match': etag } },
        ),
      ),
    onSuccess: (_, { path }) => {
      toast(words.removed(path));
      void client.invalidateQueries({ queryKey: keys.site(siteId, 'redirects', 'list') });
    },
  });
}
