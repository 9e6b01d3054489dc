import { queryOptions } from '@tanstack/react-query';
import { api, data } from '../api.ts';
import { keys } from '../keys.ts';
import type { Invitation } from './invitation-queries.ts';

const { invitations, 'site-invitations': siteInvitations } = api.v1.accounts[':account'];

interface Page {
  readonly items: readonly Invitation[];
  readonly nextCursor: string | null;
}
type Read = (query: { limit: string; cursor?: string }) => Promise<Page>;

async function readAll(read: Read): Promise<readonly Invitation[]> {
  const first = await read({ limit: '100' });
  const items = [...first.items];
  for (let cursor = first.nextCursor; cursor !== null;) {
    const page: Page = await read({ limit: '100', cursor });
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}

/** Every open invitation, to the account first and then to its sites: no more than seats and sites allow, so one list. */
export const openInvitationsQuery = (account: string) =>
  queryOptions({
    queryKey: keys.account(account, 'open-invitations'),
    queryFn: async () =>
      (
        await Promise.all([
          readAll((query) => data(invitations.$get({ param: { account }, query }))),
          readAll((query) => data(siteInvitations.$get({ param: { account }, query }))),
        ])
      ).flat(),
  });

export const notDelivered = ({ sends: [last] }: Pick<Invitation, 'sends'>): boolean =>
  last?.delivery === 'failed';
