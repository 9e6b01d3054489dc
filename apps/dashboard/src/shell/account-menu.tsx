import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { shellWords } from '../messages/shell.ts';
import { useNearAccount } from '../session/account.ts';
import { useMe } from '../session/me.ts';
import { Menu, MenuHeading, MenuLine, MenuLink } from '../ui/menu.tsx';
import type { MenuBodyProps } from './menu-on-demand.tsx';
import { Tile } from './stand-alone.tsx';

export function AccountMenu({ trigger }: MenuBodyProps) {
  const me = useMe();
  const account = useNearAccount();
  return (
    <Menu align="start" defaultOpen trigger={trigger}>
      {me.accounts.length > 0 && <MenuHeading>{shellWords.accounts}</MenuHeading>}
      {me.accounts.map((each) => (
        <MenuLink
          key={each.id}
          current={each.id === account?.id}
          icon={<Tile name={each.name} small />}
          render={<Link to="/$account" params={{ account: each.slug }} />}
        >
          {each.name}
        </MenuLink>
      ))}
      <MenuLine />
      <MenuLink
        icon={<Plus aria-hidden="true" size={16} strokeWidth={1.5} />}
        render={<Link to="/new-account" />}
      >
        {shellWords.newAccount}
      </MenuLink>
    </Menu>
  );
}
