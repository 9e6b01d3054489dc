import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { AuditAction, SecurityAction } from '@keyholder/domain';
import { api, data } from '../api.ts';
import { keys } from '../keys.ts';

const account = api.v1.accounts[':account'];
const PAGE = '50';

export interface AuditFilter {
  action?: AuditAction | undefined;
  actor?: string | undefined;
  target?: string | undefined;
  /** Id. */
  site?: string | undefined;
  /** RFC 3339. */
  from?: string | undefined;
  to?: string | undefined;
}
export interface SecurityFilter {
  action?: SecurityAction | undefined;
  actor?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}
const set = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

const readEvents = (accountId: string, filter: AuditFilter, cursor?: string, limit = PAGE) =>
  data(
    account['audit-events'].$get({ param: { account: accountId }, query: set({ ...filter, cursor, limit }) }),
  );
export type AuditEvent = Awaited<ReturnType<typeof readEvents>>['items'][number];

/** Rows that are read stay where they are: what is new is counted beside them and shown when asked for. */
const STILL = {
  staleTime: Infinity,
  gcTime: 0,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
  placeholderData: keepPreviousData,
} as const;

export const auditQuery = (accountId: string, filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit', accountId, 'changes', filter],
    queryFn: ({ pageParam }) => readEvents(accountId, filter, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    ...STILL,
  });

/** How many there are by now; live events ask again. */
export const auditCountQuery = (accountId: string, filter: AuditFilter) =>
  queryOptions({
    queryKey: keys.account(accountId, 'audit', 'count', filter),
    queryFn: async () => (await readEvents(accountId, filter, undefined, '1')).total,
  });

/** The last few, kept up to date. */
export const recentQuery = (accountId: string, limit: number) =>
  queryOptions({
    queryKey: keys.account(accountId, 'audit', 'recent', limit),
    queryFn: async () => (await readEvents(accountId, {}, undefined, String(limit))).items,
  });

/** One event never changes. */
export const eventQuery = (accountId: string, id: string) =>
  queryOptions({
    queryKey: ['audit', accountId, 'event', id],
    queryFn: () => data(account['audit-events'][':id'].$get({ param: { account: accountId, id } })),
    staleTime: Infinity,
  });

export const verificationQuery = (accountId: string) =>
  queryOptions({
    queryKey: ['audit', accountId, 'verification'],
    queryFn: () => data(account['audit-events'].verification.$get({ param: { account: accountId } })),
    staleTime: 60_000,
  });

const readSecurity = (accountId: string, filter: SecurityFilter, cursor: string | undefined) =>
  data(
    account['security-events'].$get({
      param: { account: accountId },
      query: set({ ...filter, cursor, limit: PAGE }),
    }),
  );
export type SecurityEvent = Awaited<ReturnType<typeof readSecurity>>['items'][number];

export const securityQuery = (accountId: string, filter: SecurityFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit', accountId, 'security', filter],
    queryFn: ({ pageParam }) => readSecurity(accountId, filter, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    ...STILL,
  });

const readActivity = (site: string, cursor: string | undefined) =>
  data(api.v1.sites[':site'].activity.$get({ param: { site }, query: set({ cursor, limit: PAGE }) }));
export type Activity = Awaited<ReturnType<typeof readActivity>>['items'][number];

export const activityQuery = (siteId: string) =>
  infiniteQueryOptions({
    queryKey: keys.site(siteId, 'activity'),
    queryFn: ({ pageParam }) => readActivity(siteId, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });

/** Whom the list can be narrowed to. */
export const actorsQuery = (accountId: string) =>
  queryOptions({
    queryKey: keys.account(accountId, 'audit', 'actors'),
    queryFn: async () =>
      (
        await data(account.members.$get({ param: { account: accountId }, query: { limit: '100' } }))
      ).items.map(({ user }) => ({ id: user.id, name: user.name })),
  });

/** The address of the file that holds what the filter shows. */
export const exportHref = (accountId: string, format: 'csv' | 'ndjson', filter: AuditFilter): string => {
  const query = new URLSearchParams(set(filter)).toString();
  return `/api/v1/accounts/${encodeURIComponent(accountId)}/audit-events.${format}${query && `?${query}`}`;
};
