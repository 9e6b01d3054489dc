import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { FOUNDER_ROLE, type AccountRole, type SiteRole } from '@keyholder/domain';
import { api, data } from '../api.ts';
import { keys } from '../keys.ts';

const { members } = api.v1.accounts[':account'];
const PAGE = '50';

export const MEMBER_FLAGS = [
  'inactive',
  'never_active',
  'powerful',
  'only_owner',
  'access_ended',
  'outside_domains',
  'holds_keys',
] as const;
export type MemberFlag = (typeof MEMBER_FLAGS)[number];
export const isMemberFlag = (text: string | undefined): text is MemberFlag =>
  (MEMBER_FLAGS as readonly (string | undefined)[]).includes(text);

const SORT_KEYS = ['name', 'email', 'role', 'sites', 'joined', 'lastActive'] as const;
export type PeopleSortKey = (typeof SORT_KEYS)[number];
/** A minus in front turns the order around. */
export type PeopleSort = PeopleSortKey | `-${PeopleSortKey}`;
export const isPeopleSort = (text: string | undefined): text is PeopleSort =>
  (SORT_KEYS as readonly (string | undefined)[]).includes(text?.replace(/^-/, ''));

export interface PeopleFilter {
  q?: string | undefined;
  role?: AccountRole | undefined;
  /** Slug or id. */
  site?: string | undefined;
  siteRole?: SiteRole | undefined;
  flag?: MemberFlag | undefined;
  sort?: PeopleSort | undefined;
}
const set = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

const readPeople = (account: string, filter: PeopleFilter, cursor: string | undefined, limit = PAGE) =>
  data(members.$get({ param: { account }, query: set({ ...filter, cursor, limit }) }));
export type Person = Awaited<ReturnType<typeof readPeople>>['items'][number];
export type PersonSite = Person['sites'][number];

/** Everybody of the account by page; a new filter keeps the old rows until it is answered. */
export const peopleQuery = (accountId: string, filter: PeopleFilter) =>
  infiniteQueryOptions({
    queryKey: keys.account(accountId, 'people', filter),
    queryFn: ({ pageParam }) => readPeople(accountId, filter, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

/** How many people carry a flag: the numbers of the Overview. */
export const flaggedCountQuery = (accountId: string, flag: MemberFlag) =>
  queryOptions({
    queryKey: keys.account(accountId, 'people', 'count', flag),
    queryFn: async () => (await readPeople(accountId, { flag }, undefined, '1')).total,
  });

/** The account owner: who stands in where a site has no Owner [R10]. */
export const accountOwnerQuery = (accountId: string) =>
  queryOptions({
    queryKey: keys.account(accountId, 'people', 'owner'),
    queryFn: async () =>
      (await readPeople(accountId, { role: FOUNDER_ROLE }, undefined, '1')).items[0] ?? null,
  });

/** One person with every site, role and the last events about them. */
export const personQuery = (accountId: string, user: string) =>
  queryOptions({
    queryKey: keys.account(accountId, 'person', user),
    queryFn: () => readPerson(accountId, user),
  });
const readPerson = (account: string, user: string) =>
  data(members[':user'].$get({ param: { account, user } }));
export type PersonDetail = Awaited<ReturnType<typeof readPerson>>;

/** What a removal would end, asked anew each time the question is. */
export const removalPreviewQuery = (accountId: string, user: string) =>
  queryOptions({
    queryKey: keys.account(accountId, 'removal', user),
    queryFn: () => readRemoval(accountId, user),
    staleTime: 0,
  });
const readRemoval = (account: string, user: string) =>
  data(members[':user'].removal.$get({ param: { account, user } }));
export type RemovalPreview = Awaited<ReturnType<typeof readRemoval>>;

/** The address of the same list as a file. */
export function peopleFile(accountId: string, filter: PeopleFilter): string {
  const query = new URLSearchParams(
    Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== undefined),
  ).toString();
  return `/api/v1/accounts/${accountId}/members.csv${query && `?${query}`}`;
}
