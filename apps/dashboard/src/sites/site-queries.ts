import { queryOptions } from '@tanstack/react-query';
import { api, data } from '../api.ts';
import { keys } from '../keys.ts';

const PAGE = '100';

/** Every site the viewer may see in the account, in the server's order: the sidebar and the Sites page share it. */
export const sitesQuery = (accountId: string) =>
  queryOptions({ queryKey: keys.account(accountId, 'sites'), queryFn: () => readAll(accountId) });

async function readAll(account: string) {
  const first = await data(
    api.v1.accounts[':account'].sites.$get({ param: { account }, query: { limit: PAGE } }),
  );
  const items = [...first.items];
  for (let cursor = first.nextCursor; cursor !== null;) {
    const page = await data(
      api.v1.accounts[':account'].sites.$get({ param: { account }, query: { limit: PAGE, cursor } }),
    );
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return { items, total: first.total };
}
export type SiteRow = Awaited<ReturnType<typeof readAll>>['items'][number];

/** One site by slug or id, with the viewer's role and permissions on it. */
export const siteQuery = (accountId: string, site: string) =>
  queryOptions({
    queryKey: keys.account(accountId, 'site', site),
    queryFn: () =>
      data(api.v1.accounts[':account'].sites[':site'].$get({ param: { account: accountId, site } })),
  });

/** Only how many people the account has: the list itself is read by its page. */
export const memberCountQuery = (accountId: string) =>
  queryOptions({
    queryKey: keys.account(accountId, 'members', 'count'),
    queryFn: async () =>
      (
        await data(
          api.v1.accounts[':account'].members.$get({ param: { account: accountId }, query: { limit: '1' } }),
        )
      ).total,
  });
