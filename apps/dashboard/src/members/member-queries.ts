import type { SiteRole } from '@keyholder/domain';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, data } from '../api.ts';
import { keys } from '../keys.ts';

export const MEMBER_SORTS = ['role', 'name', 'email', 'joined', 'lastActive', 'accessUntil'] as const;
export type MemberSortKey = (typeof MEMBER_SORTS)[number];
export type MemberSort = MemberSortKey | `-${MemberSortKey}`;

export interface MemberFilter {
  readonly q?: string | undefined;
  readonly role?: SiteRole | undefined;
  readonly sort?: MemberSort | undefined;
}

const readPage = (site: string, { q, role, sort }: MemberFilter, limit: string, cursor: string | undefined) =>
  data(
    api.v1.sites[':site'].members.$get({
      param: { site },
      query: {
        limit,
        ...(q ? { q } : {}),
        ...(role ? { role } : {}),
        ...(sort ? { sort } : {}),
        ...(cursor === undefined ? {} : { cursor }),
      },
    }),
  );
export type MemberPage = Awaited<ReturnType<typeof readPage>>;
export type SiteMember = MemberPage['items'][number];

/** Who is on a site, 50 at a time; a new filter keeps the old rows until its own arrive. */
export const membersQuery = (siteId: string, filter: MemberFilter = {}) =>
  infiniteQueryOptions({
    queryKey: keys.site(siteId, 'members', filter),
    queryFn: ({ pageParam }) => readPage(siteId, filter, '50', pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

/** One member by id, or null when they are not on the site. The contract lists members only, so this walks the list. */
export const memberQuery = (siteId: string, userId: string) =>
  queryOptions({
    queryKey: keys.site(siteId, 'member', userId),
    queryFn: async (): Promise<SiteMember | null> => {
      for (let cursor: string | undefined; ;) {
        const page: MemberPage = await readPage(siteId, {}, '100', cursor);
        const found = page.items.find(({ user }) => user.id === userId);
        if (found) return found;
        if (page.nextCursor === null) return null;
        cursor = page.nextCursor;
      }
    },
  });

/** The person in the account, with all sites and what happened to them: only with `team.read`. */
export const personQuery = (accountId: string, userId: string) =>
  queryOptions({
    queryKey: keys.account(accountId, 'person', userId),
    queryFn: () =>
      data(
        api.v1.accounts[':account'].members[':user'].$get({ param: { account: accountId, user: userId } }),
      ),
  });
export type Person = Awaited<ReturnType<NonNullable<ReturnType<typeof personQuery>['queryFn']>>>;

/** What a removal would end [R32]. Always asked anew. */
export const removalQuery = (siteId: string, userId: string) =>
  queryOptions({
    queryKey: keys.site(siteId, 'removal', userId),
    queryFn: () =>
      data(api.v1.sites[':site'].members[':user'].removal.$get({ param: { site: siteId, user: userId } })),
    staleTime: 0,
  });
