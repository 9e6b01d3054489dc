import type { ReactElement } from 'react';
import { membersWords as words } from '../messages/members.ts';
import { Menu, MenuItem, MenuLine } from '../ui/menu.tsx';
import type { MemberActions } from './member-menu.tsx';
import type { SiteMember } from './member-queries.ts';

export interface MemberMenuBodyProps extends MemberActions {
  member: SiteMember;
  trigger: ReactElement;
}

/** What can be done with a row; who is out of reach can be opened only, their drawer says why. */
export function MemberMenuBody({ member, trigger, onOpen, onRemove, onLeave }: MemberMenuBodyProps) {
  const { id } = member.user;
  return (
    <Menu trigger={trigger} defaultOpen>
      {member.you ? (
        <MenuItem onSelect={onLeave} destructive>
          {words.leave}
        </MenuItem>
      ) : (
        <MenuItem onSelect={() => onOpen(id)}>{words.open}</MenuItem>
      )}
      {member.manageable && (
        <>
          <MenuItem onSelect={() => onOpen(id, 'role')}>{words.changeRole}</MenuItem>
          <MenuItem onSelect={() => onOpen(id, 'until')}>{words.setEnd}</MenuItem>
          <MenuLine />
          <MenuItem onSelect={() => onRemove([member])} destructive>
            {words.remove}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}
