import { SITE_ROLE_LABELS, SITE_ROLE_REACH, type SiteRole } from '@keyholder/domain';
import { Link, useNavigate } from '@tanstack/react-router';
import { MEMBER_FLAG_LABELS, MEMBER_FLAG_SHORT, peopleWords as words } from '../messages/people.ts';
import { useAccount } from '../session/account.ts';
import { rowKeyProps } from '../ui/list-keys.ts';
import { PickCell } from '../ui/pick-cell.tsx';
import { ReachMark } from '../ui/reach-mark.tsx';
import type { Selection } from '../ui/selection.ts';
import { StatusPill } from '../ui/status-pill.tsx';
import { rowLinkClass, Td, Tr } from '../ui/table.tsx';
import { Time } from '../ui/time.tsx';
import { AccountRoleCell } from './account-role-cell.tsx';
import type { MemberFlag, Person } from './people-queries.ts';
import { currentSites, strongestRole } from './person-facts.ts';

const NAMED_SITES = 2;

export function PersonRow({ person, selection }: { person: Person; selection: Selection | null }) {
  const account = useAccount();
  const navigate = useNavigate();
  const { user } = person;
  const to = { to: '/$account/members/$user', params: { account: account.slug, user: user.id } } as const;
  const strongest = strongestRole(person.sites);
  return (
    <Tr selected={selection?.has(user.id)} onOpen={() => void navigate(to)}>
      {selection &&
        (person.manageable ? (
          <PickCell selection={selection} id={user.id} label={words.select(user.name)} />
        ) : (
          <Td as="pick" />
        ))}
      <Td>
        <Link {...to} className={rowLinkClass} {...rowKeyProps(user.id)}>
          {user.name}
        </Link>{' '}
        {person.you && <StatusPill>{words.you}</StatusPill>}
        <span className="block max-w-44 max-md:max-w-none truncate text-12 leading-4 text-ink-3 min-[1440px]:hidden">
          {user.email}
        </span>
      </Td>
      <Td as="drop" muted className="max-[1439px]:hidden">
        {user.email}
      </Td>
      <Td className="max-md:col-start-2 max-md:row-span-3 max-md:row-start-1">
        <AccountRoleCell person={person} />
      </Td>
      <Td muted>
        {strongest && (
          <span className="mr-2 md:hidden">
            <RoleText role={strongest} />
          </span>
        )}
        <SitesText names={currentSites(person.sites).map((each) => each.site.name)} />
      </Td>
      <Td as="drop">{strongest && <RoleText role={strongest} />}</Td>
      <Td muted className="whitespace-nowrap md:max-[1179px]:hidden">
        <span className="max-md:hidden">
          {person.lastActiveAt ? <Time at={person.lastActiveAt} /> : words.never}
        </span>
        <span className="md:hidden">
          {person.lastActiveAt ? (
            <>
              {words.activeSince} <Time inline at={person.lastActiveAt} />
            </>
          ) : (
            words.neverActive
          )}
        </span>
      </Td>
      <Td className="md:max-[1279px]:hidden">
        <span className="flex flex-wrap gap-1">
          {person.flags.map((flag) => (
            <Flag key={flag} flag={flag} />
          ))}
        </span>
      </Td>
    </Tr>
  );
}

const RoleText = ({ role }: { role: SiteRole }) => (
  <span className="inline-flex items-center gap-2 whitespace-nowrap">
    <ReachMark level={SITE_ROLE_REACH[role]} />
    {SITE_ROLE_LABELS[role]}
  </span>
);

const SitesText = ({ names }: { names: readonly string[] }) =>
  names.length === 0 ? (
    words.noSites
  ) : (
    <>
      {words.siteCount(names.length)}
      <span className="block max-w-34 truncate text-12 max-md:max-w-none leading-4 text-ink-3">
        {names.slice(0, NAMED_SITES).join(', ')}
      </span>
    </>
  );

const Flag = ({ flag }: { flag: MemberFlag }) => (
  <StatusPill tone={flag === 'access_ended' ? 'neutral' : 'warn'}>
    <span aria-hidden="true" title={MEMBER_FLAG_LABELS[flag]}>
      {MEMBER_FLAG_SHORT[flag]}
    </span>
    <span className="sr-only">{MEMBER_FLAG_LABELS[flag]}</span>
  </StatusPill>
);
