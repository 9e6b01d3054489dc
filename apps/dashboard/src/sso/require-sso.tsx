import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ssoSettingsWords as words } from '../messages/sso-settings.ts';
import { ProblemNote } from '../problem-panel.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { toast } from '../ui/toasts.tsx';
import { refreshConnections, requireConnection, type SsoConnection } from './sso-queries.ts';

/** Whether the proven domains take passwords; asked before it is turned on, because it changes how people sign in. */
export function RequireSso({
  account,
  connection: { id, name, enforced, domains },
}: {
  account: string;
  connection: SsoConnection;
}) {
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const proven = domains.filter(({ verifiedAt }) => verifiedAt !== null).map(({ domain }) => domain);
  const save = useMutation({
    mutationFn: (next: boolean) => requireConnection(account, id, next),
    onSuccess: async (_, next) => {
      setAsked(false);
      toast(next ? words.requiredNow : words.optionalNow);
      await refreshConnections(client, account);
    },
  });
  return (
    <>
      <Checkbox
        label={words.enforced}
        help={words.enforcedHelp}
        checked={enforced}
        disabled={(proven.length === 0 && !enforced) || save.isPending}
        onChange={() => (enforced ? save.mutate(false) : setAsked(true))}
      />
      {!asked && save.error && <ProblemNote problem={save.error} />}
      <ConfirmDialog
        open={asked}
        onClose={() => {
          save.reset();
          setAsked(false);
        }}
        onConfirm={() => save.mutate(true)}
        title={words.requireTitle(name)}
        confirm={words.require}
        busy={save.isPending}
        busyLabel={words.saving}
        extra={save.error && <ProblemNote problem={save.error} />}
      >
        {words.requireText(proven.join(', '))}
      </ConfirmDialog>
    </>
  );
}
