import { Link } from '@tanstack/react-router';
import { auditWords as words } from '../messages/audit.ts';
import { useAccount } from '../session/account.ts';
import { listKeys, rowKeyProps } from '../ui/list-keys.ts';
import { rowLinkClass, Table, Td, Th, Tr, Under } from '../ui/table.tsx';
import { Moment } from '../ui/time.tsx';
import type { AuditEvent } from './audit-queries.ts';
import { clientName } from '../client-name.ts';
import { actorName, sentenceOf } from './sentence.ts';
import { useAuditSearch } from './use-audit-search.ts';

/** Changes, newest first; a row opens its event over the list. */
export function AuditTable({
  events,
  stale,
  total,
}: {
  events: readonly AuditEvent[];
  stale: boolean;
  total: number;
}) {
  const account = useAccount();
  return (
    <div onKeyDown={listKeys()}>
      <Table
        caption={words.caption(account.name)}
        stale={stale}
        rowCount={total + 1}
        head={
          <>
            <Th>{words.when}</Th>
            <Th className="drop-1">{words.who}</Th>
            <Th>{words.what}</Th>
            <Th className="drop-2">{words.site}</Th>
            <Th className="drop-1">{words.from}</Th>
          </>
        }
      >
        {events.map((event) => (
          <Row key={event.id} event={event} account={account.slug} />
        ))}
      </Table>
    </div>
  );
}

function Row({ event, account }: { event: AuditEvent; account: string }) {
  const { search, show } = useAuditSearch();
  return (
    <Tr current={search.event === event.id} onOpen={() => show({ event: event.id }, false)}>
      <Td className="whitespace-nowrap">
        <Link
          to="/$account/audit"
          params={{ account }}
          search={(before) => ({ ...before, event: event.id })}
          className={rowLinkClass}
          {...rowKeyProps(event.id)}
        >
          <Moment at={event.at} />
        </Link>
      </Td>
      <Td as="drop-1" muted className="whitespace-nowrap">
        {actorName(event.actor)}
      </Td>
      <Td as="wide">
        <span className="[overflow-wrap:anywhere]">{sentenceOf(event)}</span>
      </Td>
      <Td as="drop-2" muted className="whitespace-nowrap">
        {event.site?.name}
      </Td>
      <Td as="drop-1" muted className="whitespace-nowrap">
        <From {...event} />
      </Td>
    </Tr>
  );
}

/** The network address, and under it what called. */
export const From = ({ ip, userAgent }: { ip: string | null; userAgent: string | null }) => (
  <>
    <span className="font-mono text-12">{ip}</span>
    {clientName(userAgent) !== null && <Under>{clientName(userAgent)}</Under>}
  </>
);
