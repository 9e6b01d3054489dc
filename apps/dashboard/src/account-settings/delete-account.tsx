import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { keys } from '../keys.ts';
import { accountSettingsWords as words } from '../messages/account-settings.ts';
import { ProblemNote } from '../problem-panel.tsx';
import { meQuery } from '../session/me-query.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { toast } from '../ui/toasts.tsx';
import { deleteAccount, type AccountDetail } from './account-queries.ts';

/** The end of an account, for its owner: asked once, in words that say what it takes away. */
export function DeleteAccount({ account: { id, name, slug, counts } }: { account: AccountDetail }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [asked, setAsked] = useState(false);
  const remove = useMutation({
    mutationFn: () => deleteAccount(id, slug),
    onSuccess: async () => {
      setAsked(false);
      // First away from here: no page of the account may be left to ask for it.
      await navigate({ to: '/me/$section', params: { section: 'memberships' }, replace: true });
      toast(words.removed(name));
      client.setQueryData(
        meQuery.queryKey,
        (me) =>
          me && {
            ...me,
            accounts: me.accounts.filter((each) => each.id !== id),
            sites: me.sites.filter((site) => site.account.id !== id),
          },
      );
      client.removeQueries({ queryKey: keys.account(id) });
      await client.invalidateQueries({ queryKey: keys.me });
    },
  });
  return (
    <div className="flex max-w-120 flex-col items-start gap-4">
      <p className="text-ink-2">{words.removeLead}</p>
      <Button kind="danger-quiet" onClick={() => setAsked(true)}>
        {words.remove}
      </Button>
      <ConfirmDialog
        open={asked}
        onClose={() => {
          remove.reset();
          setAsked(false);
        }}
        onConfirm={() => remove.mutate()}
        title={words.removeQuestion(name)}
        confirm={words.remove}
        typed={slug}
        destructive
        busy={remove.isPending}
        busyLabel={words.removing}
        extra={remove.error && <ProblemNote problem={remove.error} />}
      >
        {words.removeText(counts.sites, counts.people ?? 0, counts.pendingInvitations ?? 0)}
      </ConfirmDialog>
    </div>
  );
}
