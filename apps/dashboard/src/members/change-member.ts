import type { SiteRole } from '@keyholder/domain';
import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { api, data } from '../api.ts';
import { keys } from '../keys.ts';
import { errorText } from '../messages/errors.ts';
import { memberWords as words } from '../messages/members.ts';
import { asProblem } from '../problem.ts';
import { roleLabel } from '../role-name.tsx';
import type { SiteHere } from '../site-here.ts';
import { serverNow } from '../ui/clock.ts';
import { dateText } from '../ui/time-text.ts';
import { toast, toastFailure } from '../ui/toasts.tsx';
import { memberQuery, type SiteMember } from './member-queries.ts';

export interface MemberChange {
  readonly role?: SiteRole | undefined;
  readonly accessUntil?: string | null | undefined;
}

const patch = (site: SiteHere, userId: string, etag: string, change: MemberChange) =>
  data(
    api.v1.sites[':site'].members[':user'].$patch(
      {
        param: { site: site.id, user: userId },
        json: {
          ...(change.role === undefined ? {} : { role: change.role }),
          ...(change.accessUntil === undefined ? {} : { accessUntil: change.accessUntil }),
        },
      },
      { headers: { 'if-match': etag } },
    ),
  );

/** After any change of who is on a site as what. */
export const refreshPeople = (client: QueryClient, site: SiteHere): Promise<unknown> =>
  Promise.all([
    client.invalidateQueries({ queryKey: keys.site(site.id) }),
    client.invalidateQueries({ queryKey: keys.account(site.account.id) }),
  ]);

/** Role, end of access, or both, as somebody saw them; Undo sends the former values [R29, R34]. */
export function useChangeMember(site: SiteHere, member: SiteMember) {
  const client = useQueryClient();
  const { user } = member;
  return useMutation({
    mutationFn: ({ etag, change }: { etag: string; change: MemberChange }) =>
      patch(site, user.id, etag, change),
    onSuccess: (saved, { change }) => {
      client.setQueryData(memberQuery(site.id, user.id).queryKey, (old) => old && { ...old, ...saved });
      const before: MemberChange = {
        ...(change.role === undefined ? {} : { role: member.role }),
        ...(change.accessUntil === undefined ? {} : { accessUntil: member.accessUntil }),
      };
      const undo = () =>
        void patch(site, user.id, saved.etag, before)
          .then(() => toast(words.undone(user.name)))
          .catch((error: unknown) =>
            toastFailure(errorText(asProblem(error), { name: user.name, site: site.name })),
          )
          .finally(() => void refreshPeople(client, site));
      const past = member.accessUntil !== null && Date.parse(member.accessUntil) <= serverNow();
      toast(
        change.role === undefined
          ? words.savedEnd(user.name, saved.accessUntil && dateText(Date.parse(saved.accessUntil)))
          : words.saved(user.name, roleLabel(saved.role), site.name),
        // An end that has passed cannot be set again.
        change.accessUntil !== undefined && past ? {} : { undo },
      );
      void refreshPeople(client, site);
    },
  });
}
