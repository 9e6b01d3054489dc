import { useQuery } from '@tanstack/react-query';
import { AuditFilters } from '../audit/audit-filters.tsx';
import { AuditPanel } from '../audit/audit-panel.tsx';
import { exportHref } from '../audit/audit-queries.ts';
import { EventDrawer } from '../audit/event-drawer.tsx';
import { Integrity } from '../audit/integrity.tsx';
import { SecurityPanel } from '../audit/security-panel.tsx';
import { filterOf, securityFilterOf, useAuditSearch } from '../audit/use-audit-search.ts';
import { SubTabLink } from '../links.tsx';
import { auditWords as words } from '../messages/audit.ts';
import { usePageTitle } from '../page-title.ts';
import { useAccount, useMay } from '../session/account.ts';
import { Allowed } from '../session/allowed.tsx';
import { NoPermissionPage } from '../shell/no-permission-page.tsx';
import { sitesQuery } from '../sites/site-queries.ts';
import { ButtonAnchor } from '../ui/button.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { SubTabs } from '../ui/tabs.tsx';

/** Every change in the account, and apart from them what changed nothing. */
export const AuditPage = () => (useMay()('audit.read') ? <AuditLog /> : <NoPermissionPage />);

function AuditLog() {
  const account = useAccount();
  const { search, show } = useAuditSearch();
  const security = search.kind === 'security';
  usePageTitle(security ? words.security : undefined, words.title, account.name);
  const sites = useQuery(sitesQuery(account.id)).data?.items;
  const filter = filterOf(search, sites ?? []);
  // A slug means nothing before the sites are known: asking without it would show the whole account for a moment.
  const known = search.site === undefined || sites !== undefined;
  const to = { to: '/$account/audit', params: { account: account.slug } } as const;
  return (
    <>
      <PageHeader
        title={words.title}
        below={<Integrity onOpen={(event) => show({ event }, false)} />}
        actions={
          !security && (
            <Allowed to="audit.export">
              {(['csv', 'ndjson'] as const).map((format) => (
                <ButtonAnchor key={format} href={exportHref(account.id, format, filter)} download>
                  {format === 'csv' ? words.exportCsv : words.exportNdjson}
                </ButtonAnchor>
              ))}
            </Allowed>
          )
        }
      />
      <div className="flex flex-wrap items-center gap-2 pb-3">
        <SubTabs label={words.kinds}>
          <SubTabLink {...to} search={{}} activeOptions={{ exact: security }}>
            {words.changes}
          </SubTabLink>
          <SubTabLink {...to} search={{ kind: 'security' }}>
            {words.security}
          </SubTabLink>
        </SubTabs>
      </div>
      <div className="flex flex-wrap items-center gap-2 pb-3">
        <AuditFilters sites={sites ?? []} />
      </div>
      {security ? (
        <SecurityPanel filter={securityFilterOf(search)} />
      ) : (
        known && <AuditPanel filter={filter} sites={sites ?? []} />
      )}
      {search.event !== undefined && <EventDrawer key={search.event} id={search.event} />}
    </>
  );
}
