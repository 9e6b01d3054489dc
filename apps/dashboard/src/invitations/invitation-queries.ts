import { queryOptions } from '@tanstack/react-query';
import { api, data } from '../api.ts';
import { keys } from '../keys.ts';

export const STATUSES = ['pending', 'accepted', 'declined', 'revoked'] as const;
export type InvitationStatus = (typeof STATUSES)[number];

const readPage = (site: string, status: InvitationStatus, cursor: string | undefined) =>
  data(
    api.v1.sites[':site'].invitations.$get({
      param: { site },
      query: { status, limit: '100', ...(cursor === undefined ? {} : { cursor }) },
    }),
  );
type Page = Awaited<ReturnType<typeof readPage>>;
export type Invitation = Page['items'][number];

/** How far back the history goes on this screen; the rest is in the audit log. */
const MOST_HISTORY = 500;

/** The invitations of a site: all open ones, expired on top, or the newest of the past. */
export const invitationsQuery = (siteId: string, status: InvitationStatus = 'pending') =>
  queryOptions({
    queryKey: keys.site(siteId, 'invitations', status),
    queryFn: async () => {
      const first = await readPage(siteId, status, undefined);
      const items = [...first.items];
      const enough = () => status !== 'pending' && items.length >= MOST_HISTORY;
      for (let cursor = first.nextCursor; cursor !== null && !enough();) {
        const page: Page = await readPage(siteId, status, cursor);
        items.push(...page.items);
        cursor = page.nextCursor;
      }
      return { items, total: first.total };
    },
  });

/** One invitation in any state, with every send. */
export const invitationQuery = (siteId: string, id: string) =>
  queryOptions({
    queryKey: keys.site(siteId, 'invitation', id),
    queryFn: () => data(api.v1.sites[':site'].invitations[':id'].$get({ param: { site: siteId, id } })),
  });

/** The same for one to the account itself. */
export const accountInvitationQuery = (accountId: string, id: string) =>
  queryOptions({
    queryKey: keys.account(accountId, 'invitation', id),
    queryFn: () =>
      data(api.v1.accounts[':account'].invitations[':id'].$get({ param: { account: accountId, id } })),
  });
