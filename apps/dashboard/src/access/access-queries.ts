import type { SiteRole } from '@keyholder/domain';
import { keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, data } from '../api.ts';
import { keys } from '../keys.ts';
import { MEMBER_FLAG_LABELS } from '../messages/people.ts';
import type { accessSearch } from '../searches.ts';

const account = api.v1.accounts[':account'];

type MemberFlag = keyof typeof MEMBER_FLAG_LABELS;
export type AccessFlag = MemberFlag | 'any';
export const MEMBER_FLAGS = Object.keys(MEMBER_FLAG_LABELS) as readonly MemberFlag[];

export interface AccessFilter {
  q?: string | undefined;
  /** Slug or id. */
  site?: string | undefined;
  role?: SiteRole | undefined;
  flag?: AccessFlag | undefined;
}
export const filterOf = ({ q, site, siteRole, flag }: ReturnType<typeof accessSearch>): AccessFilter => ({
  ...{ q, site, role: siteRole },
  flag: flag === 'any' ? flag : MEMBER_FLAGS.find((each) => each === flag),
});
export const isFiltered = (filter: AccessFilter): boolean =>
  Object.values(filter).some((value) => value !== undefined);

const queryOf = (filter: AccessFilter) =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as {
    [K in keyof AccessFilter]: Exclude<AccessFilter[K], undefined>;
  };
const readAccess = (id: string, filter: AccessFilter) =>
  data(account.access.$get({ param: { account: id }, query: queryOf(filter) }));
export type AccessAnswer = Awaited<ReturnType<typeof readAccess>>;

/** Who can reach which site; a new filter keeps the old answer until it is answered. */
export const accessQuery = (id: string, filter: AccessFilter) =>
  queryOptions({
    queryKey: keys.account(id, 'access', filter),
    queryFn: () => readAccess(id, filter),
    placeholderData: keepPreviousData,
  });
/** The same as a file, made by the server. */
export const accessFile = (slug: string, filter: AccessFilter): string => {
  const query = new URLSearchParams(queryOf(filter)).toString();
  return `/api/v1/accounts/${encodeURIComponent(slug)}/access.csv${query && `?${query}`}`;
};

export interface AccessChange {
  userId: string;
  siteId: string;
  role: SiteRole | null;
}
/** More do not fit one request. */
export const MOST_CHANGES = 500;
/** All of them or none. */
export const changeAccess = (id: string, changes: readonly AccessChange[]) =>
  data(account['access-changes'].$post({ param: { account: id }, json: { changes: [...changes] } }));
/** Gives a removed membership back, with its role and first day [R33]. */
export const restoreAccess = (site: string, user: string) =>
  data(api.v1.sites[':site'].members[':user'].restore.$post({ param: { site, user }, json: {} }));

export const refreshAccess = (client: QueryClient, id: string): Promise<unknown> =>
  Promise.all([
    client.invalidateQueries({ queryKey: keys.account(id) }),
    client.invalidateQueries({ queryKey: ['site'] }),
  ]);
