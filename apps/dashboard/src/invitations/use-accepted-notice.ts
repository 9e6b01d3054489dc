import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { onLiveEvent } from '../live.ts';
import { membersWords as words } from '../messages/members.ts';
import { roleLabel } from '../role-name.tsx';
import type { SiteHere } from '../site-here.ts';
import { toast } from '../ui/toasts.tsx';
import { api, data } from '../api.ts';
import { invitationQuery } from './invitation-queries.ts';

/** Says who just accepted; the lists refresh by themselves. */
export function useAcceptedNotice(site: SiteHere): void {
  const client = useQueryClient();
  useEffect(
    () =>
      onLiveEvent((event) => {
        if (event.type !== 'invitation.accepted' || event.siteId !== site.id) return;
        void client
          .fetchQuery({ ...invitationQuery(site.id, event.id), staleTime: 0 })
          .then(async ({ email, role }) => {
            const { items } = await data(
              api.v1.sites[':site'].members.$get({
                param: { site: site.id },
                query: { q: email, limit: '5' },
              }),
            );
            const name = items.find(({ user }) => user.email === email)?.user.name ?? email;
            toast(words.joinedNow(name, roleLabel(role)));
          })
          // Only a notice: who may not read it does not get it.
          .catch(() => undefined);
      }),
    [client, site.id],
  );
}
