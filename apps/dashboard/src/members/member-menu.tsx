import { Ellipsis } from 'lucide-react';
import { useState, type ComponentType } from 'react';
import { membersWords as words } from '../messages/members.ts';
import { IconButton } from '../ui/icon-button.tsx';
import type { MemberMenuBodyProps } from './member-menu-body.tsx';
import type { SiteMember } from './member-queries.ts';

export interface MemberActions {
  onOpen: (id: string, part?: 'role' | 'until') => void;
  onRemove: (members: readonly SiteMember[]) => void;
  onLeave: () => void;
}

const load = async () => (await import('./member-menu-body.tsx')).MemberMenuBody;

/** The dots of a row; the menu behind them is fetched when somebody is about to use it. */
export function MemberMenu(props: MemberActions & { member: SiteMember }) {
  const [Body, setBody] = useState<ComponentType<MemberMenuBodyProps> | null>(null);
  const dots = {
    label: words.actionsFor(props.member.user.name),
    icon: <Ellipsis aria-hidden="true" size={16} strokeWidth={1.5} />,
  };
  if (Body) return <Body {...props} trigger={<IconButton {...dots} />} />;
  return (
    <IconButton
      {...dots}
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      onClick={() => void load().then((body) => setBody(() => body))}
    />
  );
}
