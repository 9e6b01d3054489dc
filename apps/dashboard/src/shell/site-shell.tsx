import { CSPProvider } from '@base-ui/react/csp-provider';
import { SITE_ROLE_LABELS, type SiteRole } from '@keyholder/domain';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { siteHomeWords as words } from '../messages/site-home.ts';
import { SignInAgain } from '../session/sign-in-again.tsx';
import { SkipLink } from '../ui/skip-link.tsx';
import { Toasts } from '../ui/toasts.tsx';
import { OfflineBanner } from './offline-banner.tsx';
import { Tile } from './stand-alone.tsx';
import { UserMenu } from './user-menu.tsx';

interface SiteShellProps {
  /** Absent while it is read, and once it is out of reach. */
  site?: { name: string; role: SiteRole | null } | undefined;
  account: { slug: string; name: string };
  children: ReactNode;
}
/** Around the pages of one site: its name first, your role by your name. */
export const SiteShell = ({ site, account, children }: SiteShellProps) => (
  <CSPProvider disableStyleElements>
    <SkipLink />
    <header className="sticky top-0 z-20 border-b border-line bg-sunken">
      <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-4 gap-y-1 px-8 py-2 max-md:px-4">
        <div className="flex min-w-0 flex-1 basis-48 items-center gap-2.5">
          {site && <Tile name={site.name} />}
          <span className="min-w-0">
            <b className="block truncate font-semibold">{site?.name ?? account.name}</b>
            {site && <span className="block truncate text-12 text-ink-3">{account.name}</span>}
          </span>
        </div>
        {site && (
          <Link
            to="/$account/sites"
            params={{ account: account.slug }}
            className="text-13 text-ink-2 no-underline hover:text-ink hover:underline"
          >
            {words.yourSites}
          </Link>
        )}
        <div className="flex items-center gap-2">
          {site?.role && <span className="text-13 text-ink-3">{SITE_ROLE_LABELS[site.role]}</span>}
          <nav aria-label={words.you} className="max-w-52">
            <UserMenu />
          </nav>
        </div>
      </div>
    </header>
    <OfflineBanner />
    <main id="main" tabIndex={-1} className="mx-auto max-w-page px-8 pt-6 pb-16 max-md:px-4">
      {children}
    </main>
    <SignInAgain />
    <Toasts />
  </CSPProvider>
);
