import { Link } from '@tanstack/react-router';
import { LogOut, UserRound } from 'lucide-react';
import { shellWords } from '../messages/shell.ts';
import { useChoose } from '../choose-preference.ts';
import { useSignOut } from '../session/sign-out.ts';
import { Menu, MenuChoice, MenuItem, MenuLine, MenuLink } from '../ui/menu.tsx';
import { useLook, type Look } from '../ui/preferences.ts';
import type { MenuBodyProps } from './menu-on-demand.tsx';

const options = <V extends string>(labels: Record<V, string>) =>
  Object.entries<string>(labels).map(([value, label]) => ({ value: value as V, label }));
const icon = { 'aria-hidden': true, size: 16, strokeWidth: 1.5 } as const;

export function UserMenuBody({ trigger }: MenuBodyProps) {
  const signOut = useSignOut();
  const choose = useChoose();
  const { theme, density } = useLook();
  return (
    <Menu align="start" side="top" defaultOpen trigger={trigger}>
      <MenuLink icon={<UserRound {...icon} />} render={<Link to="/me" />}>
        {shellWords.you}
      </MenuLink>
      <MenuLine />
      <MenuChoice<Look['theme']>
        label={shellWords.theme}
        value={theme}
        onChange={(next) => choose({ theme: next })}
        options={options(shellWords.themes)}
      />
      <MenuLine />
      <MenuChoice<Look['density']>
        label={shellWords.density}
        value={density}
        onChange={(next) => choose({ density: next })}
        options={options(shellWords.densities)}
      />
      <MenuLine />
      <MenuItem icon={<LogOut {...icon} />} onSelect={signOut}>
        {shellWords.signOut}
      </MenuItem>
    </Menu>
  );
}
