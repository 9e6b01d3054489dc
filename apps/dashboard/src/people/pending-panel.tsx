import { SITE_ROLE_LABELS, SITE_ROLE_REACH, type SiteRole } from '@keyholder/domain';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { pendingWords as words, peopleWords } from '../messages/people.ts';
import { ProblemPanel } from '../problem-panel.tsx';
import { useAccount } from '../session/account.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FilterSelect } from '../ui/filter-select.tsx';
import { cx } from '../ui/cx.ts';
import { listKeys, rowKeyProps } from '../ui/list-keys.ts';
import { ReachMark } from '../ui/reach-mark.tsx';
import { SearchInput } from '../ui/search-input.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { StatusPill } from '../ui/status-pill.tsx';
import { rowLinkClass, StackOnly, Table, Td, Th, Tr, Under } from '../ui/table.tsx';
import { Countdown, Time } from '../ui/time.tsx';
import { deliveryOf, notDelivered, pendingQuery, type PendingInvitation } from './people-queries.ts';
import type { SiteFacts } from './person-facts.ts';
import { usePeopleSearch } from './use-people-search.ts';

const STATES = ['expired', 'failed'] as const;
type State = (typeof STATES)[number];
const SOON_MS = 12 * 3_600_000;

const matches = (invitation: PendingInvitation, q: string, state: State | undefined): boolean =>
  `${invitation.email} ${invitation.site?.name ?? ''}`.toLowerCase().includes(q.trim().toLowerCase()) &&
  (state === undefined || (state === 'expired' ? invitation.expired : notDelivered(invitation)));

/** The open invitations of all sites, expired first; each opens its row on the site, where it is resent or revoked. */
export function PendingPanel({ sites }: { sites: readonly SiteFacts[] }) {
  const account = useAccount();
  const { search, show } = usePeopleSearch();
  const state = STATES.find((each) => each === search.flag);
  const list = useQuery(pendingQuery(account.id));
  const found = (list.data ?? []).filter((each) => matches(each, search.q ?? '', state));
  return (
    <>
      <div className="flex flex-wrap items-center gap-2 pb-3">
        <SearchInput
          label={words.find}
          value={search.q ?? ''}
          onChange={(q) => show({ q: q || undefined })}
          className="w-60 max-md:flex-1"
        />
        <FilterSelect
          label={words.filter}
          value={state}
          options={STATES.map((value) => ({ value, label: words.filters[value] }))}
          onChange={(flag) => show({ flag })}
          clearLabel={peopleWords.clearFilter(words.filter.toLowerCase())}
        />
      </div>
      {list.isPending && <SkeletonRows />}
      {list.isError && <ProblemPanel problem={list.error} onRetry={() => void list.refetch()} />}
      {found.length > 0 && (
        <div onKeyDown={listKeys()}>
          <Table
            caption={words.caption(account.name)}
            head={
              <>
                <Th>{peopleWords.email}</Th>
                <Th>{words.site}</Th>
                <Th>{words.role}</Th>
                <Th className="drop-1">{words.invited}</Th>
                <Th>{words.expires}</Th>
                <Th className="drop-2">{words.delivery}</Th>
              </>
            }
          >
            {found.map((each) => (
              <Row
                key={each.id}
                invitation={each}
                site={sites.find(({ id }) => id === each.site?.id)?.slug ?? each.site?.id ?? ''}
              />
            ))}
          </Table>
        </div>
      )}
      {list.isSuccess && found.length === 0 && (
        <EmptyState
          text={list.data.length === 0 ? words.empty : words.noMatch}
          action={
            list.data.length > 0 && (
              <Button onClick={() => show({ q: undefined, flag: undefined })}>{words.clear}</Button>
            )
          }
        />
      )}
    </>
  );
}

function Row({ invitation, site }: { invitation: PendingInvitation; site: string }) {
  const account = useAccount();
  const navigate = useNavigate();
  const to = {
    to: '/$account/sites/$site/invitations/$id',
    params: { account: account.slug, site, id: invitation.id },
    search: { tab: 'pending' },
  } as const;
  const role = invitation.role as SiteRole;
  const name = invitation.site?.name ?? '';
  return (
    <Tr onOpen={() => void navigate(to)}>
      <Td>
        <Link
          {...to}
          className={cx(rowLinkClass, 'block max-w-52 truncate max-md:max-w-none')}
          aria-label={words.openOn(invitation.email, name)}
          {...rowKeyProps(invitation.id)}
        >
          {invitation.email}
        </Link>
        <StackOnly>{name}</StackOnly>
      </Td>
      <Td as="drop" muted>
        {name}
      </Td>
      <Td>
        <span className="inline-flex items-center gap-2 whitespace-nowrap">
          <ReachMark level={SITE_ROLE_REACH[role]} />
          {SITE_ROLE_LABELS[role]}
        </span>
      </Td>
      <Td as="drop-1" muted className="whitespace-nowrap">
        <Time at={invitation.sentAt} />
        <Under>{words.by(invitation.invitedBy.name)}</Under>
      </Td>
      <Td>
        <Countdown until={invitation.expiresAt}>
          {({ over, left, text }) => (
            <StatusPill tone={over ? 'danger' : left < SOON_MS ? 'warn' : 'info'}>
              {over ? words.expired(text) : text}
            </StatusPill>
          )}
        </Countdown>
      </Td>
      <Td as="drop-2" muted>
        <Delivery invitation={invitation} />
      </Td>
    </Tr>
  );
}

function Delivery({ invitation }: { invitation: PendingInvitation }) {
  const last = deliveryOf(invitation);
  if (!last) return null;
  return last.delivery === 'failed' ? (
    <>
      <StatusPill tone="danger">{words.deliveries.failed}</StatusPill>
      {last.reason && <Under>{last.reason}</Under>}
    </>
  ) : (
    words.deliveries[last.delivery]
  );
}
