import { SITE_ROLE_LABELS } from '@keyholder/domain';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { shellWords } from '../messages/shell.ts';
import { sitesWords as words } from '../messages/sites.ts';
import { usePageTitle } from '../page-title.ts';
import { useAccount } from '../session/account.ts';
import { sitesQuery } from '../sites/site-queries.ts';
import { useSite } from '../sites/use-site.ts';
import { Facts, Panel } from '../ui/panel.tsx';

export function SiteOverviewPage() {
  const site = useSite();
  const account = useAccount();
  const row = useQuery(sitesQuery(account.id)).data?.items.find((each) => each.id === site.id);
  usePageTitle(shellWords.overview, site.name);
  const params = { account: account.slug, site: site.slug };
  const link = 'text-accent font-semibold no-underline hover:underline';
  return (
    <Panel className="p-5">
      <Facts>
        {[
          [
            words.domain,
            <span key="domain" className="font-mono text-13">
              {site.domain}
            </span>,
          ],
          [words.role, site.role ? SITE_ROLE_LABELS[site.role] : words.noRole],
          [
            words.people,
            <Link key="people" to="/$account/sites/$site/members" params={params} className={link}>
              {row?.members ?? '–'}
            </Link>,
          ],
          [
            words.invitations,
            <Link
              key="pending"
              to="/$account/sites/$site/members"
              params={params}
              search={{ tab: 'pending' }}
              className={link}
            >
              {row ? words.pendingText(row.pending, row.expired) : '–'}
            </Link>,
          ],
          [words.owners, row ? words.ownersOf(row.owners.map((owner) => owner.name)) : '–'],
          [words.account, site.account.name],
        ]}
      </Facts>
    </Panel>
  );
}
