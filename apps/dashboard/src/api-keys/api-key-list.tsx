import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AdminSite } from '../admin-site.ts';
import { keys } from '../keys.ts';
import { apiKeyWords as words } from '../messages/api-keys.ts';
import { PagedList } from '../paged-list.tsx';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { StatusPill } from '../ui/status-pill.tsx';
import { StackOnly, Table, Td, Th, ThHidden, Tr, Under } from '../ui/table.tsx';
import { DateOnly, Time, useCountdown } from '../ui/time.tsx';
import { apiKeysQuery, type ApiKey } from './api-key-queries.ts';
import { KeyPermissions } from './key-permissions.tsx';
import { RevokeKey } from './revoke-key.tsx';

const SOON_MS = 14 * 24 * 3_600_000;

interface ApiKeyListProps {
  site: AdminSite;
  withEnded: boolean;
  onWithEnded: (withEnded: boolean) => void;
}

/** The keys of a site: whose they are, what they do, how long, and their end. */
export function ApiKeyList({ site, withEnded, onWithEnded }: ApiKeyListProps) {
  const client = useQueryClient();
  const query = apiKeysQuery(site.id, withEnded);
  const { data: list } = useInfiniteQuery(query);
  const [asked, setAsked] = useState<ApiKey | null>(null);
  const fresh = list?.pages.flatMap(({ items }) => items).find(({ id }) => id === asked?.id);
  const ask = (apiKey: ApiKey) => {
    setAsked(apiKey);
    // Whether it is in use may have changed since the list was read, and with it the question.
    void client.invalidateQueries({ queryKey: keys.site(site.id, 'api-keys') });
  };
  return (
    <>
      <Checkbox
        label={words.showEnded}
        checked={withEnded}
        onChange={(event) => onWithEnded(event.target.checked)}
        className="pb-3"
      />
      <PagedList
        query={query}
        filtered={false}
        empty={<EmptyState text={withEnded ? words.emptyEnded : words.empty} />}
      >
        {(rows, { stale, total }) => (
          <Table
            caption={words.caption(site.name)}
            stale={stale}
            rowCount={total}
            head={
              <>
                <Th>{words.name}</Th>
                <Th>{words.permissions}</Th>
                <Th className="drop drop-1">{words.madeBy}</Th>
                <Th className="drop drop-2">{words.lastUsed}</Th>
                <Th className="drop">{words.expires}</Th>
                <ThHidden>{words.actions}</ThHidden>
              </>
            }
          >
            {rows.map((row) => (
              <Row key={row.id} apiKey={row} onRevoke={() => ask(row)} />
            ))}
          </Table>
        )}
      </PagedList>
      {asked && <RevokeKey siteId={site.id} apiKey={fresh ?? asked} onClose={() => setAsked(null)} />}
    </>
  );
}

function Row({ apiKey, onRevoke }: { apiKey: ApiKey; onRevoke: () => void }) {
  const { name, prefix, madeBy, you, lastUsedAt, state } = apiKey;
  const used = lastUsedAt === null ? words.never : <Time at={lastUsedAt} />;
  return (
    <Tr>
      <Td className="[overflow-wrap:anywhere]">
        <span className="font-semibold">{name}</span>
        <span className="block font-mono text-12 text-ink-3">{words.prefixText(prefix)}</span>
        <StackOnly>
          {state === 'active' && `${words.expires}: `}
          <End apiKey={apiKey} />
        </StackOnly>
        <StackOnly>
          {words.lastUsed}: {used}
        </StackOnly>
      </Td>
      <Td as="wide">
        <KeyPermissions apiKey={apiKey} />
      </Td>
      <Td as="drop-1" className="[overflow-wrap:anywhere]">
        {you ? words.byYou : madeBy.name}
      </Td>
      <Td as="drop-2" muted className="whitespace-nowrap">
        {used}
      </Td>
      <Td as="drop">
        <End apiKey={apiKey} />
      </Td>
      <Td as="act" className="text-right">
        {state === 'active' && (
          <Button kind="danger-quiet" size="small" aria-label={words.revokeOf(name)} onClick={onRevoke}>
            {words.revoke}
          </Button>
        )}
      </Td>
    </Tr>
  );
}

/** When a key ends, or how it did. */
function End({ apiKey: { state, expiresAt, revokedAt, revokedBy, ending } }: { apiKey: ApiKey }) {
  if (state === 'active') return <Until at={expiresAt} />;
  if (state === 'expired')
    return (
      <>
        <StatusPill>{words.expired}</StatusPill>
        <Under>
          <Time at={expiresAt} />
        </Under>
      </>
    );
  return (
    <>
      <StatusPill wraps>{words.ended[ending ?? 'revoked']}</StatusPill>
      <Under>
        {revokedAt !== null && <Time at={revokedAt} />} {revokedBy && words.endedBy(revokedBy.name)}
      </Under>
    </>
  );
}

/** The last day, in amber once it is near. */
function Until({ at }: { at: string }) {
  const { left, text } = useCountdown(at);
  if (left >= SOON_MS) return <DateOnly at={at} />;
  return (
    <>
      <StatusPill tone="warn">{text}</StatusPill>
      <Under>
        <DateOnly at={at} />
      </Under>
    </>
  );
}
