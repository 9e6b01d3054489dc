import { useMutation, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { api, data } from '../api.ts';
import { keys } from '../keys.ts';
import { errorText } from '../messages/errors.ts';
import { removalWords as words } from '../messages/members.ts';
import { asProblem } from '../problem.ts';
import type { SiteHere } from '../site-here.ts';
import { toast, toastFailure } from '../ui/toasts.tsx';
import { refreshPeople } from './change-member.ts';
import type { MemberPage, SiteMember } from './member-queries.ts';

type Lists = InfiniteData<MemberPage, string | undefined>;
export interface Removal {
  readonly members: readonly SiteMember[];
  /** Invitations that end with it: Undo does not bring these back. */
  readonly ending: number;
}

const without = (lists: Lists | undefined, gone: ReadonlySet<string>): Lists | undefined =>
  lists && {
    ...lists,
    pages: lists.pages.map((page) => {
      const items = page.items.filter(({ user }) => !gone.has(user.id));
      return { ...page, items, total: page.total - (page.items.length - items.length) };
    }),
  };

/**
 * Removal takes effect at once and is shown at once; the rows come back where the server refuses. Undo is a
 * restoration, an operation of its own [R30, R33].
 */
export function useRemoveMembers(site: SiteHere) {
  const client = useQueryClient();
  const lists = { queryKey: keys.site(site.id, 'members') };
  const restore = async (members: readonly SiteMember[]) => {
    const names: string[] = [];
    for (const { user } of members) {
      try {
        await data(
          api.v1.sites[':site'].members[':user'].restore.$post({
            param: { site: site.id, user: user.id },
            json: {},
          }),
        );
        names.push(user.name);
      } catch (error) {
        toastFailure(
          errorText(asProblem(error), { name: user.name, site: site.name, account: site.account.name }),
        );
      }
    }
    if (names.length > 0) toast(words.restored(names, site.name));
    await refreshPeople(client, site);
  };
  return useMutation({
    mutationFn: async ({ members }: Removal) => {
      const removed: SiteMember[] = [];
      for (const member of members) {
        try {
          await data(
            api.v1.sites[':site'].members[':user'].$delete({
              param: { site: site.id, user: member.user.id },
              json: {},
            }),
          );
          removed.push(member);
        } catch (error) {
          const why = errorText(asProblem(error), { name: member.user.name, site: site.name });
          toastFailure(words.notRemoved(member.user.name, why));
        }
      }
      return removed;
    },
    onMutate: async ({ members }) => {
      await client.cancelQueries(lists);
      const gone = new Set(members.map(({ user }) => user.id));
      client.setQueriesData<Lists>(lists, (old) => without(old, gone));
    },
    onSuccess: (removed, { ending }) => {
      if (removed.length === 0) return;
      const names = removed.map(({ user }) => user.name);
      toast(words.removed(names, site.name) + (ending > 0 ? words.staysEnded(ending) : ''), {
        undo: () => void restore(removed),
      });
    },
    onSettled: () => refreshPeople(client, site),
  });
}
