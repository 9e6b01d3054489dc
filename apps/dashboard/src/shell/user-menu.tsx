import { UserRound } from 'lucide-react';
import { shellWords } from '../messages/shell.ts';
import { useMe } from '../session/me.ts';
import { MenuOnDemand } from './menu-on-demand.tsx';
import { navItemClass } from './nav-item.ts';

const load = async () => (await import('./user-menu-body.tsx')).UserMenuBody;

export function UserMenu() {
  const { user } = useMe();
  return (
    <MenuOnDemand
      load={load}
      trigger={
        <button type="button" className={navItemClass}>
          <UserRound aria-hidden="true" size={16} strokeWidth={1.5} className="mx-0.5 flex-none" />
          <span className="min-w-0 flex-1 truncate">{user.name}</span>
          <span className="sr-only">{shellWords.yourMenu}</span>
        </button>
      }
    />
  );
}
