import { SITE_ROLE_LABELS } from '@keyholder/domain';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { ButtonLink } from '../links.tsx';
import { useLive } from '../live.ts';
import { siteHomeWords as words } from '../messages/site-home.ts';
import { usePageTitle } from '../page-title.ts';
import { ProblemPanel } from '../problem-panel.tsx';
import { asProblem } from '../problem.ts';
import { useAccountMaybe, type MyAccount } from '../session/account.ts';
import { MessagePage } from '../shell/message-page.tsx';
import { NotFoundPage } from '../shell/not-found-page.tsx';
import { SiteShell } from '../shell/site-shell.tsx';
import { Welcome } from '../shell/welcome.tsx';
import { NoAccess } from '../site-home/no-access.tsx';
import { WhoRuns } from '../site-home/who-runs.tsx';
import { YourRole } from '../site-home/your-role.tsx';
import { siteQuery } from '../sites/site-queries.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { Section } from '../ui/panel.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';

/** The start of one site, for whoever has a role on it. */
export function SiteHomePage() {
  const { account: slug, site } = useParams({ from: '/session/admin/$account/$site' });
  const account = useAccountMaybe();
  // Removed from the last site of an account, the account itself goes: the page still says what happened.
  const [known, setKnown] = useState(account);
  if (account && account !== known) setKnown(account);
  const here = account ?? (known?.slug === slug ? known : undefined);
  return here ? <SiteHome key={`${here.id}/${site}`} account={here} slug={site} /> : <NotFoundPage />;
}

function SiteHome({ account, slug }: { account: MyAccount; slug: string }) {
  useLive(account.id);
  const query = useQuery(siteQuery(account.id, slug));
  const { data: site, error } = query;
  usePageTitle(words.start, site?.name);
  const refused = error !== null && asProblem(error).is('not_found', 'permission.denied');
  if (refused)
    return <SiteShell account={account}>{site ? <NoAccess site={site} /> : <NotFoundPage />}</SiteShell>;
  return (
    <SiteShell account={account} site={site}>
      {site ? (
        <SiteStart site={site} />
      ) : error ? (
        <ProblemPanel problem={error} onRetry={() => void query.refetch()} />
      ) : (
        <SkeletonRows rows={3} />
      )}
    </SiteShell>
  );
}

type Site = Awaited<ReturnType<NonNullable<ReturnType<typeof siteQuery>['queryFn']>>>;

function SiteStart({ site }: { site: Site }) {
  const { role, surfaces } = site;
  const params = { account: site.account.slug, site: site.slug };
  if (role === null)
    return (
      <MessagePage title={words.noRoleTitle(site.name)} text={words.noRoleText}>
        <ButtonLink to="/$account/sites/$site" params={params} kind="primary">
          {words.openInAccount}
        </ButtonLink>
      </MessagePage>
    );
  const work = surfaces.filter(({ key }) => key !== 'overview' && key !== 'members');
  return (
    <div className="max-w-reading">
      <Welcome
        role={SITE_ROLE_LABELS[role]}
        place={words.onSite(site.name)}
        areas={work.slice(0, 2).map(({ label }) => label)}
      />
      <PageHeader
        title={site.name}
        below={<span className="font-mono text-13 text-ink-3">{site.domain}</span>}
      />
      <div className="flex flex-col gap-7">
        <YourRole role={role} surfaces={surfaces} />
        <Section
          title={words.runTitle}
          actions={
            <ButtonLink to="/$account/sites/$site/members" params={params} kind="link">
              {words.members}
            </ButtonLink>
          }
        >
          <p className="text-13 text-ink-2">{words.runHelp}</p>
          <WhoRuns site={site} role={role} />
        </Section>
      </div>
    </div>
  );
}
