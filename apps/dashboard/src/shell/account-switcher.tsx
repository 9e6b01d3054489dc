import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ChevronsUpDown, Plus } from "lucide-react";
import { shellWords } from "../messages/shell.ts";
import { useNearAccount } from "../session/account.ts";
import { useMe } from "../session/me.ts";
import { sitesQuery } from "../sites/site-queries.ts";
import { Menu, MenuHeading, MenuLine, MenuLink } from "../ui/menu.tsx";
import { Tile } from "./stand-alone.tsx";

export function AccountSwitcher() {
  const me = useMe();
  const account = useNearAccount();
  const sites = useQuery({ ...sitesQuery(account?.id ?? ""), enabled: account !== undefined });
  const name = account?.name ?? me.user.name;
  return (
    <Menu
      align="start"
      trigger={
        <button type="button" className="flex w-full items-center gap-2.5 rounded-2 px-2 py-1.5 text-left hover:bg-canvas data-popup-open:bg-canvas">
          <Tile name={name} />
          <span className="min-w-0 flex-1">
            <span className="block truncate font-semibold">{name}</span>
            {account && <span className="block text-12 text-ink-3">{sites.data ? shellWords.siteCount(sites.data.total) : "\u00a0"}</span>}
            <span className="sr-only">{shellWords.switchAccount}</span>
          </span>
          <ChevronsUpDown aria-hidden="true" size={14} strokeWidth={1.5} className="flex-none text-ink-3" />
        </button>
      }
    >
      {me.accounts.length > 0 && <MenuHeading>{shellWords.accounts}</MenuHeading>}
      {me.accounts.map((each) => (
        <MenuLink key={each.id} current={each.id === account?.id} icon={<Tile name={each.name} small />} render={<Link to="/$account" params={{ account: each.slug }} />}>
          {each.name}
        </MenuLink>
      ))}
      <MenuLine />
      <MenuLink icon={<Plus aria-hidden="true" size={16} strokeWidth={1.5} />} render={<Link to="/new-account" />}>{shellWords.newAccount}</MenuLink>
    </Menu>
  );
}
