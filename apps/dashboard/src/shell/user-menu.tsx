import { Link } from "@tanstack/react-router";
import { LogOut, UserRound } from "lucide-react";
import { shellWords } from "../messages/shell.ts";
import { useMe } from "../session/me.ts";
import { useSignOut } from "../session/sign-out.ts";
import { setTheme, useTheme, type Theme } from "../theme.ts";
import { Menu, MenuChoice, MenuItem, MenuLine, MenuLink } from "../ui/menu.tsx";
import { setDensity, useDensity, type Density } from "./density.ts";
import { navItemClass } from "./nav-item.ts";

const options = <V extends string>(labels: Record<V, string>) => Object.entries<string>(labels).map(([value, label]) => ({ value: value as V, label }));
const icon = { "aria-hidden": true, size: 16, strokeWidth: 1.5 } as const;

export function UserMenu() {
  const { user } = useMe();
  const signOut = useSignOut();
  return (
    <Menu
      align="start"
      side="top"
      trigger={
        <button type="button" className={navItemClass}>
          <UserRound {...icon} className="mx-0.5 flex-none" />
          <span className="min-w-0 flex-1 truncate">{user.name}</span>
          <span className="sr-only">{shellWords.yourMenu}</span>
        </button>
      }
    >
      <MenuLink icon={<UserRound {...icon} />} render={<Link to="/me" />}>{shellWords.you}</MenuLink>
      <MenuLine />
      <MenuChoice<Theme> label={shellWords.theme} value={useTheme()} onChange={setTheme} options={options(shellWords.themes)} />
      <MenuLine />
      <MenuChoice<Density> label={shellWords.density} value={useDensity()} onChange={setDensity} options={options(shellWords.densities)} />
      <MenuLine />
      <MenuItem icon={<LogOut {...icon} />} onSelect={signOut}>{shellWords.signOut}</MenuItem>
    </Menu>
  );
}
