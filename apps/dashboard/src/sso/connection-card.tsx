import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ssoSettingsWords as words } from '../messages/sso-settings.ts';
import { ProblemNote } from '../problem-panel.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Note } from '../ui/note.tsx';
import { Facts, Panel } from '../ui/panel.tsx';
import { toast } from '../ui/toasts.tsx';
import { copied, mono } from './copied.tsx';
import { Domains } from './domains.tsx';
import { RequireSso } from './require-sso.tsx';
import { refreshConnections, removeConnection, testConnection, type SsoConnection } from './sso-queries.ts';

/** One identity provider with its domains. */
export function ConnectionCard({ account, connection }: { account: string; connection: SsoConnection }) {
  const { id, name, issuer, clientId, redirectUri, people } = connection;
  const test = useMutation({ mutationFn: () => testConnection(account, id) });
  return (
    <Panel className="flex flex-col gap-5 p-5">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="min-w-0 flex-1 text-15 font-semibold [overflow-wrap:anywhere]">{name}</h3>
        <Button size="small" busy={test.isPending} busyLabel={words.testing} onClick={() => test.mutate()}>
          {words.test}
        </Button>
        <RemoveConnection account={account} connection={connection} />
      </div>
      {test.error && <ProblemNote problem={test.error} />}
      {test.data && (
        <Note tone={test.data.usable ? 'ok' : 'danger'} role="status">
          {test.data.fault ?? words.usable}
        </Note>
      )}
      <Facts>
        {[
          [words.issuer, mono(issuer)],
          [words.clientId, mono(clientId)],
          [words.redirectUri, copied(redirectUri, words.redirectUri)],
          [words.peopleTerm, words.people(people)],
        ]}
      </Facts>
      <Domains account={account} connection={connection} />
      <RequireSso account={account} connection={connection} />
    </Panel>
  );
}

function RemoveConnection({
  account,
  connection: { id, name, people },
}: {
  account: string;
  connection: SsoConnection;
}) {
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const remove = useMutation({
    mutationFn: () => removeConnection(account, id),
    onSuccess: async () => {
      toast(words.removed(name));
      await refreshConnections(client, account);
    },
  });
  return (
    <>
      <Button size="small" kind="danger-quiet" onClick={() => setAsked(true)}>
        {words.remove}
      </Button>
      <ConfirmDialog
        open={asked}
        onClose={() => {
          remove.reset();
          setAsked(false);
        }}
        onConfirm={() => remove.mutate()}
        title={words.removeTitle(name)}
        confirm={words.remove}
        destructive
        busy={remove.isPending}
        busyLabel={words.removing}
        extra={remove.error && <ProblemNote problem={remove.error} />}
      >
        {words.removeText(people)}
      </ConfirmDialog>
    </>
  );
}
