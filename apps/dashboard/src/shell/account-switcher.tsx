import { useQuery } from '@tanstack/react-query';
import { ChevronsUpDown } from 'lucide-react';
import { shellWords } from '../messages/shell.ts';
import { useNearAccount } from '../session/account.ts';
import { useMe } from '../session/me.ts';
import { sitesQuery } from '../sites/site-queries.ts';
import { MenuOnDemand } from './menu-on-demand.tsx';
import { Tile } from './stand-alone.tsx';

const load = async () => (await import('./account-menu.tsx')).AccountMenu;

export function AccountSwitcher() {
  const me = useMe();
  const account = useNearAccount();
  const sites = useQuery({ ...sitesQuery(account?.id ?? ''), enabled: account !== undefined });
  const name = account?.name ?? me.user.name;
  return (
    <MenuOnDemand
      load={load}
      trigger={
        <button
          type="button"
          className="flex w-full items-center gap-2.5 rounded-2 px-2 py-1.5 text-left hover:bg-canvas data-popup-open:bg-canvas"
        >
          <Tile name={name} />
          <span className="min-w-0 flex-1">
            <span className="block truncate font-semibold">{name}</span>
            {account && (
              <span className="block text-12 text-ink-3">
                {sites.data ? shellWords.siteCount(sites.data.total) : '\u00a0'}
              </span>
            )}
            <span className="sr-only">{shellWords.switchAccount}</span>
          </span>
          <ChevronsUpDown aria-hidden="true" size={14} strokeWidth={1.5} className="flex-none text-ink-3" />
        </button>
      }
    />
  );
}
