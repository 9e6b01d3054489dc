import { SITE_ROLE_LABELS, type SiteRole } from '@keyholder/domain';
import { Link } from '@tanstack/react-router';
import { BookOpen, LayoutGrid } from 'lucide-react';
import { shellWords } from '../messages/shell.ts';
import { siteHomeWords as words } from '../messages/site-home.ts';
import { navItemClass } from './nav-item.ts';
import { Tile } from './stand-alone.tsx';
import { UserMenu } from './user-menu.tsx';

export interface SiteInShell {
  readonly slug: string;
  readonly name: string;
  readonly role: SiteRole | null;
  readonly surfaces: readonly { readonly key: string; readonly label: string }[];
}
interface SiteSidebarProps {
  /** Absent while it is read, and once it is out of reach. */
  site: SiteInShell | undefined;
  account: { readonly slug: string; readonly name: string };
}

/** The site's name first, exactly the areas that the server answers, your role by your name. */
export function SiteSidebar({ site, account }: SiteSidebarProps) {
  const params = { account: account.slug, site: site?.slug ?? '' };
  return (
    <nav aria-label={shellWords.main} className="h-full">
      {/* Open menus are mounted in the nav: outside of this box they take no gap. */}
      <div className="flex h-full flex-col gap-4 p-3">
        <div className="flex min-h-11 min-w-0 items-center gap-2.5 px-1">
          {site && <Tile name={site.name} />}
          <span className="min-w-0">
            <b className="block truncate font-semibold">{site?.name ?? account.name}</b>
            {site && <span className="block truncate text-12 text-ink-3">{account.name}</span>}
          </span>
        </div>
        <ul
          aria-label={words.areas}
          className="-mx-1 flex min-h-0 flex-1 flex-col gap-px overflow-y-auto px-1"
        >
          {site?.surfaces.map(({ key, label }) => (
            <li key={key}>
              {key === 'overview' ? (
                <Link
                  to="/admin/$account/$site"
                  params={params}
                  activeOptions={{ exact: true, includeSearch: false }}
                  className={navItemClass}
                >
                  {label}
                </Link>
              ) : (
                <Link
                  to="/admin/$account/$site/$area"
                  params={{ ...params, area: key }}
                  activeOptions={{ includeSearch: false }}
                  className={navItemClass}
                >
                  {label}
                </Link>
              )}
            </li>
          ))}
        </ul>
        <div className="mt-auto flex flex-col gap-px border-t border-line pt-2">
          <Link to="/$account/sites" params={{ account: account.slug }} className={navItemClass}>
            <LayoutGrid aria-hidden="true" size={16} strokeWidth={1.5} className="mx-0.5" />
            {words.yourSites}
          </Link>
          <a href="/docs" className={navItemClass}>
            <BookOpen aria-hidden="true" size={16} strokeWidth={1.5} className="mx-0.5" />
            {shellWords.apiReference}
          </a>
          <UserMenu />
          {site?.role && <p className="pl-9.5 text-12 text-ink-3">{SITE_ROLE_LABELS[site.role]}</p>}
        </div>
      </div>
    </nav>
  );
}
