import type { GrantableAccountRole, SiteRole } from '@keyholder/domain';
import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { api, data } from '../api.ts';
import { keys } from '../keys.ts';
import { errorText } from '../messages/errors.ts';
import { invitationWords, pendingWords as words } from '../messages/invitations.ts';
import { asProblem } from '../problem.ts';
import { isSiteRole, roleLabel } from '../role-name.tsx';
import { toast, toastFailure } from '../ui/toasts.tsx';
import {
  accountInvitationQuery,
  invitationQuery,
  type Invitation,
  type InvitationStatus,
} from './invitation-queries.ts';

/** What an invitation leads to: one site, or the account itself. */
export type Place = Pick<Invitation, 'site' | 'account'>;

const ofSites = api.v1.sites[':site'].invitations;
const ofAccounts = api.v1.accounts[':account'].invitations;
const resend = ({ site, account, id }: Invitation) =>
  site
    ? ofSites[':id'].resend.$post({ param: { site: site.id, id }, json: {} })
    : ofAccounts[':id'].resend.$post({ param: { account: account.id, id }, json: {} });
const revoke = ({ site, account, id }: Invitation) =>
  site
    ? ofSites[':id'].$delete({ param: { site: site.id, id } })
    : ofAccounts[':id'].$delete({ param: { account: account.id, id } });
const resendAll = ({ site, account }: Place) =>
  site
    ? ofSites['resend-expired'].$post({ param: { site: site.id }, json: {} })
    : ofAccounts['resend-expired'].$post({ param: { account: account.id }, json: {} });

export const refreshInvitations = (
  client: QueryClient,
  { site, account }: { site?: { id: string } | undefined; account: { id: string } },
): Promise<unknown> =>
  Promise.all([
    ...(site ? [client.invalidateQueries({ queryKey: keys.site(site.id) })] : []),
    client.invalidateQueries({ queryKey: keys.account(account.id) }),
  ]);

const namesOf = ({ site, account }: Place) => ({ site: site?.name, account: account.name });

/** What became of an invitation that somebody else was faster with; anything else in its usual words. */
function sayRefusal(error: unknown, invitation: Invitation): void {
  const problem = asProblem(error);
  const { email, role } = invitation;
  const state = problem.members['state'];
  const known = typeof state === 'string' && Object.hasOwn(words.notPending, state);
  if (problem.is('invitation.not_pending') && known)
    toast(words.notPending[state as InvitationStatus](email));
  else toastFailure(errorText(problem, { email, role: roleLabel(role), ...namesOf(invitation) }));
}

/** A fresh link for a fresh 48 hours, or 7 days to the account [R15]; the row stays where it is. */
export function useResend() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (invitation: Invitation) => data(resend(invitation)),
    onSuccess: (sent) => {
      if (sent.site) client.setQueryData(invitationQuery(sent.site.id, sent.id).queryKey, sent);
      else client.setQueryData(accountInvitationQuery(sent.account.id, sent.id).queryKey, sent);
      toast(words.resent(sent.email, sent.scope));
    },
    onError: sayRefusal,
    onSettled: (_, __, invitation) => refreshInvitations(client, invitation),
  });
}

/** Immediate and final [R16]. */
export function useRevoke() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (invitation: Invitation) => data<unknown>(revoke(invitation)),
    onSuccess: (_, { email }) => void toast(words.revoked(email)),
    onError: sayRefusal,
    onSettled: (_, __, invitation) => refreshInvitations(client, invitation),
  });
}

/** All expired ones of a place at once; each succeeds or is refused on its own. */
export function useResendExpired(place: Place) {
  const client = useQueryClient();
  const scope = place.site ? 'site' : 'account';
  return useMutation({
    mutationFn: () => data(resendAll(place)),
    onSuccess: ({ results }) => {
      const sent = results.filter(({ status }) => status === 'ok');
      const [only] = sent;
      if (sent.length === results.length && only)
        toast(sent.length === 1 ? words.resent(only.email, scope) : words.resentMany(sent.length, scope));
    },
    onError: (error) => void toastFailure(errorText(asProblem(error), namesOf(place))),
    onSettled: () => refreshInvitations(client, place),
  });
}

interface OtherOffer {
  invitation: Invitation;
  role: SiteRole | GrantableAccountRole;
}
const change = ({ invitation: { site, account, id }, role }: OtherOffer) =>
  site && isSiteRole(role)
    ? ofSites[':id'].$patch({ param: { site: site.id, id }, json: { role } })
    : ofAccounts[':id'].$patch({
        param: { account: account.id, id },
        json: { role: role as GrantableAccountRole },
      });

/** Revoked and issued again in one step: the old link dies [R17]. Answers the new invitation. */
export function useChangeOffer() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (offer: OtherOffer) => data(change(offer)),
    onSuccess: ({ email, role }) => void toast(invitationWords.changed(email, roleLabel(role))),
    onError: (error, { invitation }) => sayRefusal(error, invitation),
    onSettled: (_, __, { invitation }) => refreshInvitations(client, invitation),
  });
}
