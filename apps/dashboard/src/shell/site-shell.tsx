import { CSPProvider } from '@base-ui/react/csp-provider';
import type { ReactNode } from 'react';
import { useMyLook } from '../preferences.ts';
import { SignInAgain } from '../session/sign-in-again.tsx';
import { SkipLink } from '../ui/skip-link.tsx';
import { Toasts } from '../ui/toasts.tsx';
import { OfflineBanner } from './offline-banner.tsx';
import { NarrowBar } from './narrow-bar.tsx';
import { SiteSidebar, type SiteInShell } from './site-sidebar.tsx';

interface SiteShellProps {
  /** Absent while it is read, and once it is out of reach. */
  site?: SiteInShell | undefined;
  account: { readonly slug: string; readonly name: string };
  children: ReactNode;
}

/** Around the pages of one site; the shape of the Dashboard's shell, with the site in the account's place. */
export function SiteShell({ site, account, children }: SiteShellProps) {
  useMyLook();
  const sidebar = <SiteSidebar site={site} account={account} />;
  return (
    <CSPProvider disableStyleElements>
      <SkipLink />
      <div className="min-h-dvh lg:grid lg:grid-cols-[var(--side)_minmax(0,1fr)]">
        <div className="sticky top-0 z-25 hidden h-dvh border-r border-line bg-sunken lg:block">
          {sidebar}
        </div>
        <div className="flex min-w-0 flex-col">
          <NarrowBar title={site?.name ?? account.name} sidebar={sidebar} />
          <OfflineBanner />
          <main
            id="main"
            tabIndex={-1}
            className="flex-1 px-8 pt-5 pb-16 max-md:px-4 max-md:pt-3 max-md:pb-24"
          >
            <div className="max-w-page">{children}</div>
          </main>
        </div>
      </div>
      <SignInAgain />
      <Toasts />
    </CSPProvider>
  );
}
