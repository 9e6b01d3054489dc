import { Link } from '@tanstack/react-router';
import { LogOut, UserRound } from 'lucide-react';
import { shellWords } from '../messages/shell.ts';
import { useSignOut } from '../session/sign-out.ts';
import { setTheme, useTheme, type Theme } from '../theme.ts';
import { Menu, MenuChoice, MenuItem, MenuLine, MenuLink } from '../ui/menu.tsx';
import { setDensity, useDensity, type Density } from './density.ts';
import type { MenuBodyProps } from './menu-on-demand.tsx';

const options = <V extends string>(labels: Record<V, string>) =>
  Object.entries<string>(labels).map(([value, label]) => ({ value: value as V, label }));
const icon = { 'aria-hidden': true, size: 16, strokeWidth: 1.5 } as const;

export function UserMenuBody({ trigger }: MenuBodyProps) {
  const signOut = useSignOut();
  return (
    <Menu align="start" side="top" defaultOpen trigger={trigger}>
      <MenuLink icon={<UserRound {...icon} />} render={<Link to="/me" />}>
        {shellWords.you}
      </MenuLink>
      <MenuLine />
      <MenuChoice<Theme>
        label={shellWords.theme}
        value={useTheme()}
        onChange={setTheme}
        options={options(shellWords.themes)}
      />
      <MenuLine />
      <MenuChoice<Density>
        label={shellWords.density}
        value={useDensity()}
        onChange={setDensity}
        options={options(shellWords.densities)}
      />
      <MenuLine />
      <MenuItem icon={<LogOut {...icon} />} onSelect={signOut}>
        {shellWords.signOut}
      </MenuItem>
    </Menu>
  );
}
