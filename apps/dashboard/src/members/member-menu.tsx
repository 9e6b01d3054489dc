import { Ellipsis } from 'lucide-react';
import { membersWords as words } from '../messages/members.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu, MenuItem, MenuLine } from '../ui/menu.tsx';
import type { SiteMember } from './member-queries.ts';

export interface MemberActions {
  onOpen: (id: string, part?: 'role' | 'until') => void;
  onRemove: (members: readonly SiteMember[]) => void;
  onLeave: () => void;
}

/** What can be done with a row; who is out of reach can be opened only, their drawer says why. */
export function MemberMenu({ member, onOpen, onRemove, onLeave }: MemberActions & { member: SiteMember }) {
  const { id, name } = member.user;
  return (
    <Menu
      trigger={
        <IconButton
          label={words.actionsFor(name)}
          icon={<Ellipsis aria-hidden="true" size={16} strokeWidth={1.5} />}
        />
      }
    >
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
