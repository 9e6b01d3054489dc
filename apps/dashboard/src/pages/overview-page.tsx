import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { overviewWords as words } from '../messages/sites.ts';
import { usePageTitle } from '../page-title.ts';
import { ProblemPanel } from '../problem-panel.tsx';
import { useAccount, useMay } from '../session/account.ts';
import { useMe } from '../session/me.ts';
import { AttentionList } from '../sites/attention-list.tsx';
import { FirstSteps } from '../sites/first-steps.tsx';
import { memberCountQuery, sitesQuery } from '../sites/site-queries.ts';
import { cx } from '../ui/cx.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { SitesPage } from './sites-page.tsx';

type Tone = 'calm' | 'warn' | 'danger';
const NUMBER: Record<Tone, string> = { calm: 'text-ink', warn: 'text-warn', danger: 'text-danger' };

/** Whoever may not read the team starts with their sites. */
export const OverviewPage = () => (useMay()('team.read') ? <Overview /> : <SitesPage />);

function Overview() {
  usePageTitle(words.title);
  const account = useAccount();
  const { user } = useMe();
  const sites = useQuery(sitesQuery(account.id));
  const people = useQuery(memberCountQuery(account.id));
  const items = sites.data?.items ?? [];
  const sum = (key: 'pending' | 'expired') => items.reduce((total, site) => total + site[key], 0);
  const expired = sum('expired');
  const ownerless = items.filter((site) => site.owners.length === 0).length;
  const toSites = { to: '/$account/sites', params: { account: account.slug } } as const;
  return (
    <>
      <PageHeader
        title={words.greeting(new Date().getHours(), user.name)}
        below={sites.data && items.length > 0 ? words.needs(expired + ownerless) : '\u00a0'}
      />
      {sites.isError && <ProblemPanel problem={sites.error} onRetry={() => void sites.refetch()} />}
      {sites.isPending && <SkeletonRows rows={3} />}
      {sites.data && (
        <div className="flex flex-col gap-7">
          <div className="grid grid-cols-5 overflow-hidden rounded-3 border border-line bg-surface max-md:grid-cols-2">
            <Link {...toSites} search={{ flag: 'expired' }} className={cell}>
              <Figure n={expired} tone="danger" text={words.expired(expired)} />
            </Link>
            <Link {...toSites} search={{ flag: 'no-owner' }} className={cell}>
              <Figure n={ownerless} tone="danger" text={words.withoutOwner(ownerless)} />
            </Link>
            <Link {...toSites} className={cell}>
              <Figure n={sum('pending')} tone="calm" text={words.pending(sum('pending'))} />
            </Link>
            <Link to="/$account/members" params={toSites.params} className={cell}>
              <Figure n={people.data} tone="calm" text={words.people(people.data ?? 0)} />
            </Link>
            <Link {...toSites} className={cell}>
              <Figure n={items.length} tone="calm" text={words.sites(items.length)} />
            </Link>
          </div>
          {items.length === 0 || people.data === 1 ? (
            <FirstSteps account={account} sites={items} />
          ) : (
            <AttentionList account={account} sites={items} />
          )}
        </div>
      )}
    </>
  );
}

const cell =
  'border-line p-4 no-underline hover:bg-canvas focus-visible:outline-offset-[-2px] md:not-first:border-l max-md:even:border-l max-md:nth-[n+3]:border-t max-md:last:col-span-2';

const Figure = ({ n, tone, text }: { n: number | undefined; tone: Tone; text: string }) => (
  <>
    <b
      className={cx('block text-28 font-semibold tracking-[-0.02em]', n === 0 ? 'text-ink-3' : NUMBER[tone])}
    >
      {n ?? '\u00a0'}
    </b>
    <span className="text-13 text-ink-2">{text}</span>
  </>
);
