import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ssoSettingsWords as words } from '../messages/sso-settings.ts';
import { ProblemPanel } from '../problem-panel.tsx';
import { useAccount } from '../session/account.ts';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/panel.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { ConnectionCard } from './connection-card.tsx';
import { ConnectionDialog } from './connection-dialog.tsx';
import { connectionsQuery } from './sso-queries.ts';

/** The identity providers of the account and the domains that they speak for. */
export function SsoSection() {
  const { id } = useAccount();
  const connections = useQuery(connectionsQuery(id));
  const [adding, setAdding] = useState(false);
  return (
    <Section
      title={words.title}
      actions={
        <Button kind="primary" onClick={() => setAdding(true)}>
          {words.add}
        </Button>
      }
    >
      <p className="max-w-reading text-ink-2">{words.lead}</p>
      {connections.error ? (
        <ProblemPanel problem={connections.error} onRetry={() => void connections.refetch()} />
      ) : !connections.data ? (
        <SkeletonRows />
      ) : connections.data.length === 0 ? (
        <p className="text-13 text-ink-2">{words.none}</p>
      ) : (
        connections.data.map((connection) => (
          <ConnectionCard key={connection.id} account={id} connection={connection} />
        ))
      )}
      {adding && <ConnectionDialog account={id} onClose={() => setAdding(false)} />}
    </Section>
  );
}
