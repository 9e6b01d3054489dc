import { Link } from '@tanstack/react-router';
import { membersWords as words } from '../messages/members.ts';
import { RoleName } from '../role-name.tsx';
import { useMembersPlace } from '../members-place.ts';
import type { SiteHere } from '../site-here.ts';
import { PickCell } from '../ui/pick-cell.tsx';
import { rowKeyProps } from '../ui/list-keys.ts';
import type { Selection } from '../ui/selection.ts';
import { StatusPill } from '../ui/status-pill.tsx';
import { rowLinkClass, StackOnly, Td, Tr } from '../ui/table.tsx';
import { DateOnly } from '../ui/time.tsx';
import { AccessUntil, LastActive } from './member-cells.tsx';
import { MemberMenu, type MemberActions } from './member-menu.tsx';
import type { SiteMember } from './member-queries.ts';

export interface MemberRowProps extends MemberActions {
  site: SiteHere;
  member: SiteMember;
  selection: Selection;
  /** Its drawer is open. */
  current: boolean;
}

export function MemberRow({ site, member, selection, current, ...actions }: MemberRowProps) {
  const { id, name, email } = member.user;
  const { member: memberLink } = useMembersPlace();
  return (
    <Tr selected={selection.has(id)} current={current} onOpen={() => actions.onOpen(id)}>
      {site.canManageMembers &&
        (member.manageable ? (
          <PickCell selection={selection} id={id} label={words.select(name)} />
        ) : (
          <Td as="pick" />
        ))}
      <Td>
        <Link {...memberLink(id)} className={rowLinkClass} {...rowKeyProps(id)}>
          {name}
        </Link>{' '}
        {member.you && <StatusPill>{words.you}</StatusPill>}
        <StackOnly>{email}</StackOnly>
      </Td>
      <Td as="drop" muted className="[overflow-wrap:anywhere]">
        {email}
      </Td>
      <Td>
        <RoleName role={member.role} />
      </Td>
      <Td as="drop-1" muted className="whitespace-nowrap">
        <DateOnly at={member.joinedAt} />
      </Td>
      <Td muted className="whitespace-nowrap">
        <LastActive member={member} />
      </Td>
      {/* On a phone the line is worth its space only when there is an end. */}
      <Td as={member.accessUntil === null ? 'drop-1' : undefined} muted className="drop-1 whitespace-nowrap">
        {member.accessUntil !== null && <span className="md:hidden">{words.accessUntil} </span>}
        <AccessUntil member={member} />
      </Td>
      <Td as="act">{(site.canManageMembers || member.you) && <MemberMenu member={member} {...actions} />}</Td>
    </Tr>
  );
}
