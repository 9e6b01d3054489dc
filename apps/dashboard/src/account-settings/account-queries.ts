import { ACCOUNT_ROLES, mayReceiveOwnership, type Plan } from '@keyholder/domain';
import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, data } from '../api.ts';
import { keys } from '../keys.ts';

const account = api.v1.accounts[':account'];

const readAccount = (id: string) => data(account.$get({ param: { account: id } }));
export type AccountDetail = Awaited<ReturnType<typeof readAccount>>;

/** The account with its plan, seats and, for its two sides, the open offer of ownership. */
export const accountQuery = (id: string) =>
  queryOptions({ queryKey: keys.account(id, 'account'), queryFn: () => readAccount(id) });

const HEIRS = ACCOUNT_ROLES.filter(mayReceiveOwnership)[0];
/** To whom the ownership can be offered. */
export const heirsQuery = (id: string) =>
  queryOptions({
    queryKey: keys.account(id, 'members', 'heirs'),
    queryFn: async () =>
      (
        await data(
          account.members.$get({
            param: { account: id },
            query: { ...(HEIRS ? { role: HEIRS } : {}), limit: '100' },
          }),
        )
      ).items.map(({ user }) => user),
  });

export const changeAccount = (id: string, json: { name?: string; slug?: string; plan?: Plan }) =>
  data(account.$patch({ param: { account: id }, json }));

/** For good; `confirm` is the account's slug. */
export const deleteAccount = (id: string, confirm: string) =>
  data(account.$delete({ param: { account: id }, json: { confirm } }));

const readPolicies = (id: string) => data(account.policies.$get({ param: { account: id } }));
export type Policies = Awaited<ReturnType<typeof readPolicies>>;
export const policiesQuery = (id: string) =>
  queryOptions({ queryKey: keys.account(id, 'policies'), queryFn: () => readPolicies(id) });
export const changePolicies = (
  id: string,
  json: {
    secondFactor?: { required: boolean; graceDays: number };
    domains?: string[];
    inactiveAfterDays?: number;
    powerfulSites?: number;
  },
) => data(account.policies.$patch({ param: { account: id }, json }));

const offer = account['ownership-offer'];
export const offerOwnership = (id: string, userId: string) =>
  data(offer.$post({ param: { account: id }, json: { userId } }));
export const withdrawOffer = (id: string) => data(offer.$delete({ param: { account: id }, json: {} }));
export const acceptOffer = (id: string) => data(offer.accept.$post({ param: { account: id }, json: {} }));

/** After any change of the account itself: names and roles stand in all of it. */
export const refreshAccount = (client: QueryClient, id: string): Promise<unknown> =>
  Promise.all([
    client.invalidateQueries({ queryKey: keys.account(id) }),
    client.invalidateQueries({ queryKey: keys.me }),
  ]);
