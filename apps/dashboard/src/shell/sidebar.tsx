import { BookOpen } from 'lucide-react';
import { shellWords } from '../messages/shell.ts';
import { useNearAccount } from '../session/account.ts';
import { AccountNav } from './account-nav.tsx';
import { AccountSwitcher } from './account-switcher.tsx';
import { navItemClass } from './nav-item.ts';
import { SiteList } from './site-list.tsx';
import { UserMenu } from './user-menu.tsx';

export function Sidebar() {
  const account = useNearAccount();
  return (
    <nav aria-label={shellWords.main} className="h-full">
      {/* Open menus are mounted in the nav: outside of this box they take no gap. */}
      <div className="flex h-full flex-col gap-4 p-3">
        <AccountSwitcher />
        {account && (
          <div className="-mx-1 flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto px-1">
            <AccountNav account={account} />
            <SiteList account={account} />
          </div>
        )}
        <div className="mt-auto flex flex-col gap-px border-t border-line pt-2">
          <a href="/docs" className={navItemClass}>
            <BookOpen aria-hidden="true" size={16} strokeWidth={1.5} className="mx-0.5" />
            {shellWords.apiReference}
          </a>
          <UserMenu />
        </div>
      </div>
    </nav>
  );
}
