import type { SiteRole } from '@keyholder/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, data } from '../api.ts';
import { errorText } from '../messages/errors.ts';
import { inviteWords as words } from '../messages/invitations.ts';
import { asProblem } from '../problem.ts';
import { roleLabel } from '../role-name.tsx';
import type { SiteHere } from '../site-here.ts';
import { toast, toastFailure } from '../ui/toasts.tsx';
import { refreshInvitations } from './invitation-commands.ts';

interface Known {
  readonly user: { readonly id: string; readonly name: string; readonly email: string };
}

/** Somebody of the account comes to this site at once, without an invitation [R35]; Undo takes the role away again. */
export function useAssign(site: SiteHere) {
  const client = useQueryClient();
  const fail = (error: unknown, { user }: Known) =>
    void toastFailure(errorText(asProblem(error), { name: user.name, site: site.name }));
  const undo = async (known: Known) => {
    try {
      await data(
        api.v1.sites[':site'].members[':user'].$delete({
          param: { site: site.id, user: known.user.id },
          json: {},
        }),
      );
      toast(words.unassigned(known.user.name, site.name));
    } catch (error) {
      fail(error, known);
    }
    await refreshInvitations(client, { site, account: site.account });
  };
  return useMutation({
    mutationFn: ({ person, role }: { person: Known; role: SiteRole }) =>
      data(
        api.v1.accounts[':account'].members[':user'].sites.$post({
          param: { account: site.account.id, user: person.user.id },
          json: { assignments: [{ siteId: site.id, role }] },
        }),
      ),
    onSuccess: (_, { person, role }) =>
      void toast(words.assigned(person.user.name, roleLabel(role), site.name), {
        undo: () => void undo(person),
      }),
    onError: (error, { person }) => fail(error, person),
    onSettled: () => void refreshInvitations(client, { site, account: site.account }),
  });
}
