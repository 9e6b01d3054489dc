import { SITE_ROLE_LABELS } from '@keyholder/domain';
import { useAdminSite } from '../admin-site.ts';
import { ButtonLink } from '../links.tsx';
import { siteHomeWords as words } from '../messages/site-home.ts';
import { usePageTitle } from '../page-title.ts';
import { Welcome } from '../shell/welcome.tsx';
import { WhoRuns } from '../site-home/who-runs.tsx';
import { YourRole } from '../site-home/your-role.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Section } from '../ui/panel.tsx';

/** The overview of one site: what the role opens, and whom to ask. */
export function SiteHomePage() {
  const site = useAdminSite();
  const { role, surfaces } = site;
  usePageTitle(words.start, site.name);
  const params = { account: site.account.slug, site: site.slug };
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
        <YourRole site={site} />
        <Section
          title={words.runTitle}
          actions={
            <ButtonLink to="/admin/$account/$site/$area" params={{ ...params, area: 'members' }} kind="link">
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
