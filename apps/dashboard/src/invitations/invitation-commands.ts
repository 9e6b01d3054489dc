import type { SiteRole } from '@keyholder/domain';
import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { api, data } from '../api.ts';
import { keys } from '../keys.ts';
import { errorText } from '../messages/errors.ts';
import { invitationWords, pendingWords as words } from '../messages/invitations.ts';
import { asProblem } from '../problem.ts';
import { roleLabel } from '../role-name.tsx';
import type { SiteHere } from '../site-here.ts';
import { toast, toastFailure } from '../ui/toasts.tsx';
import { invitationQuery, type Invitation, type InvitationStatus } from './invitation-queries.ts';

export const refreshInvitations = (client: QueryClient, site: SiteHere): Promise<unknown> =>
  Promise.all([
    client.invalidateQueries({ queryKey: keys.site(site.id) }),
    client.invalidateQueries({ queryKey: keys.account(site.account.id) }),
  ]);

/** What became of an invitation that somebody else was faster with; anything else in its usual words. */
function sayRefusal(error: unknown, site: SiteHere, { email, role }: Invitation): void {
  const problem = asProblem(error);
  const state = problem.members['state'];
  const known = typeof state === 'string' && Object.hasOwn(words.notPending, state);
  if (problem.is('invitation.not_pending') && known)
    toast(words.notPending[state as InvitationStatus](email));
  else
    toastFailure(
      errorText(problem, { email, site: site.name, role: roleLabel(role), account: site.account.name }),
    );
}

/** A fresh link for a fresh 48 hours [R15]; the row stays where it is. */
export function useResend(site: SiteHere) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: Invitation) =>
      data(api.v1.sites[':site'].invitations[':id'].resend.$post({ param: { site: site.id, id }, json: {} })),
    onSuccess: (sent) => {
      client.setQueryData(invitationQuery(site.id, sent.id).queryKey, sent);
      toast(words.resent(sent.email));
    },
    onError: (error, invitation) => sayRefusal(error, site, invitation),
    onSettled: () => refreshInvitations(client, site),
  });
}

/** Immediate and final [R16]. */
export function useRevoke(site: SiteHere) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: Invitation) =>
      data(api.v1.sites[':site'].invitations[':id'].$delete({ param: { site: site.id, id } })),
    onSuccess: (_, { email }) => void toast(words.revoked(email)),
    onError: (error, invitation) => sayRefusal(error, site, invitation),
    onSettled: () => refreshInvitations(client, site),
  });
}

/** All expired ones at once; each succeeds or is refused on its own. */
export function useResendExpired(site: SiteHere) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      data(api.v1.sites[':site'].invitations['resend-expired'].$post({ param: { site: site.id }, json: {} })),
    onSuccess: ({ results }) => {
      const sent = results.filter(({ status }) => status === 'ok');
      const [only] = sent;
      if (sent.length === results.length && only)
        toast(sent.length === 1 ? words.resent(only.email) : words.resentMany(sent.length));
    },
    onError: (error) => void toastFailure(errorText(asProblem(error), { site: site.name })),
    onSettled: () => refreshInvitations(client, site),
  });
}

/** Revoked and issued again in one step: the old link dies [R17]. Answers the new invitation. */
export function useChangeOffer(site: SiteHere) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ invitation, role }: { invitation: Invitation; role: SiteRole }) =>
      data(
        api.v1.sites[':site'].invitations[':id'].$patch({
          param: { site: site.id, id: invitation.id },
          json: { role },
        }),
      ),
    onSuccess: ({ email, role }) => void toast(invitationWords.changed(email, roleLabel(role))),
    onError: (error, { invitation }) => sayRefusal(error, site, invitation),
    onSettled: () => refreshInvitations(client, site),
  });
}
