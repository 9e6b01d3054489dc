import { queryOptions } from '@tanstack/react-query';
import { api, data } from '../api.ts';
import { keys } from '../keys.ts';
import { pagedQuery, setOnly } from '../paged-list.tsx';

export const webhooksApi = api.v1.accounts[':account'].webhooks;
const one = webhooksApi[':id'];

export const webhooksKey = (accountId: string, ...rest: readonly unknown[]) =>
  keys.account(accountId, 'webhooks', ...rest);

/** While something is on its way the page follows it. */
const FOLLOW_MS = 3_000;

const readAll = (account: string) => data(webhooksApi.$get({ param: { account } }));
export type Webhook = Awaited<ReturnType<typeof readAll>>['items'][number];

const isOnItsWay = ({ lastDelivery }: Webhook) => lastDelivery?.state === 'queued';

export const webhooksQuery = (accountId: string) =>
  queryOptions({
    queryKey: webhooksKey(accountId, 'list'),
    queryFn: () => readAll(accountId),
    refetchInterval: ({ state }) => state.data?.items.some(isOnItsWay) === true && FOLLOW_MS,
  });

export const webhookQuery = (account: string, id: string) =>
  queryOptions({
    queryKey: webhooksKey(account, 'one', id),
    queryFn: () => data(one.$get({ param: { account, id } })),
    refetchInterval: ({ state }) => state.data !== undefined && isOnItsWay(state.data) && FOLLOW_MS,
  });

export const DELIVERY_STATES = ['queued', 'delivered', 'failed'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

const readDeliveries = (account: string, id: string, state?: DeliveryState, cursor?: string) =>
  data(one.deliveries.$get({ param: { account, id }, query: setOnly({ state, cursor }) }));
export type Delivery = Awaited<ReturnType<typeof readDeliveries>>['items'][number];

export const deliveriesQuery = (accountId: string, id: string, state: DeliveryState | undefined) => ({
  ...pagedQuery(webhooksKey(accountId, 'deliveries', id, state), (cursor) =>
    readDeliveries(accountId, id, state, cursor),
  ),
  refetchInterval: ({ state: { data: list } }: { state: { data: Deliveries | undefined } }) =>
    list?.pages.some(({ items }) => items.some((each) => each.state === 'queued')) === true && FOLLOW_MS,
});
interface Deliveries {
  pages: { items: Delivery[] }[];
}
