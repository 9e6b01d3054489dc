import { SITE_ROLE_LABELS, SITE_ROLE_REACH } from '@keyholder/domain';
import { Link } from '@tanstack/react-router';
import { errorText } from '../messages/errors.ts';
import { personWords as words } from '../messages/people.ts';
import type { ApiProblem } from '../problem.ts';
import { useAccount } from '../session/account.ts';
import { Button } from '../ui/button.tsx';
import { serverNow, useNow } from '../ui/clock.ts';
import { rowKeyProps } from '../ui/list-keys.ts';
import { ReachMark } from '../ui/reach-mark.tsx';
import { Select } from '../ui/select.tsx';
import { StatusPill } from '../ui/status-pill.tsx';
import { rowLinkClass, Td, Tr, Under } from '../ui/table.tsx';
import { dateText } from '../ui/time-text.ts';
import { DateOnly } from '../ui/time.tsx';
import { useMyStanding } from './my-standing.ts';
import type { Person, PersonSite } from './people-queries.ts';
import { roleOptions } from './role-options.tsx';
import type { Stage } from './staged-access.ts';

const SOON_MS = 14 * 24 * 3_600_000;

interface AccessRowProps {
  held: PersonSite;
  person: Person;
  /** Undefined: nothing staged. */
  to: Stage | undefined;
  saved: boolean;
  problem: ApiProblem | undefined;
  onStage: (to: Stage | undefined) => void;
  /** Whether anybody's row of this table can be changed. */
  actions: boolean;
}

export function AccessRow({ held, person, to, saved, problem, onStage, actions }: AccessRowProps) {
  const account = useAccount();
  const standingOn = useMyStanding();
  const { site, role } = held;
  return (
    <Tr current={to !== undefined}>
      <Td>
        <Link
          to="/$account/sites/$site/members/$user"
          params={{ account: account.slug, site: site.slug, user: person.user.id }}
          className={rowLinkClass}
          {...rowKeyProps(site.id)}
        >
          {site.name}
        </Link>
      </Td>
      <Td>
        {to === null ? (
          <span className="text-danger">
            {words.willGo}
            <Under>{words.was(SITE_ROLE_LABELS[role])}</Under>
          </span>
        ) : held.manageable ? (
          <>
            <span className="-ml-1.5 flex w-50">
              <Select
                inline
                label={words.roleOn(site.name)}
                value={to ?? role}
                options={roleOptions([site], standingOn)}
                onChange={(next) => onStage(next === role ? undefined : next)}
              />
            </span>
            {to !== undefined && <Under>{words.was(SITE_ROLE_LABELS[role])}</Under>}
          </>
        ) : (
          <span className="inline-flex items-center gap-2">
            <ReachMark level={SITE_ROLE_REACH[role]} />
            {SITE_ROLE_LABELS[role]}
          </span>
        )}
        {saved && to === undefined && <StatusPill tone="ok">{words.saved}</StatusPill>}
        {problem && (
          <span role="alert" className="block text-12 text-danger">
            {errorText(problem, { name: person.user.name, site: site.name }, serverNow())}
          </span>
        )}
      </Td>
      <Td as="drop" muted>
        <DateOnly at={held.joinedAt} />
      </Td>
      <Td as="drop-1" muted>
        {words.sources[held.source](held.invitedBy?.name)}
      </Td>
      <Td muted as={held.accessUntil ? undefined : 'drop'}>
        <AccessEnd held={held} />
      </Td>
      {actions && (
        <Td as="act">
          {held.manageable &&
            (to === null ? (
              <Button
                kind="link"
                size="small"
                aria-label={words.keepOn(site.name)}
                onClick={() => onStage(undefined)}
              >
                {words.keep}
              </Button>
            ) : (
              <Button
                kind="danger-quiet"
                size="small"
                aria-label={words.removeFrom(site.name)}
                onClick={() => onStage(null)}
              >
                {words.removeHere}
              </Button>
            ))}
        </Td>
      )}
    </Tr>
  );
}

function AccessEnd({ held }: { held: PersonSite }) {
  const now = useNow();
  if (held.accessUntil === null) return words.noEnd;
  const end = Date.parse(held.accessUntil);
  if (held.ended) return <StatusPill>{words.ended(dateText(end))}</StatusPill>;
  return end - now < SOON_MS ? (
    <StatusPill tone="warn">{dateText(end)}</StatusPill>
  ) : (
    <DateOnly at={held.accessUntil} />
  );
}
