import { FOUNDER_ROLE, holdsRosterAuthority } from '@keyholder/domain';
import { useQuery } from '@tanstack/react-query';
import { policiesQuery } from '../account-settings/account-queries.ts';
import { AccessPanel } from '../access/access-panel.tsx';
import { accessFile, accessQuery, filterOf } from '../access/access-queries.ts';
import { useAccessSearch } from '../access/use-access-search.ts';
import { accessWords as words } from '../messages/access.ts';
import { personWords } from '../messages/people.ts';
import { usePageTitle } from '../page-title.ts';
import { useAccount, useMay } from '../session/account.ts';
import { useMe } from '../session/me.ts';
import { NoPermissionPage } from '../shell/no-permission-page.tsx';
import { sitesQuery } from '../sites/site-queries.ts';
import { ButtonAnchor } from '../ui/button.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { InviteManyButton } from './invite-many-button.tsx';

/** Everybody by every site (ui/brief.md §8). */
export const AccessPage = () => (useMay()('team.read') ? <AccessOfAccount /> : <NoPermissionPage />);

const NONE: readonly string[] = [];

function AccessOfAccount() {
  const account = useAccount();
  const me = useMe();
  const may = useMay();
  const { search } = useAccessSearch();
  const filter = filterOf(search);
  usePageTitle(words.title, account.name);
  const sites = useQuery(sitesQuery(account.id)).data?.items ?? [];
  const access = useQuery(accessQuery(account.id, filter)).data;
  const domains = useQuery({ ...policiesQuery(account.id), enabled: may('account.settings') }).data?.domains;
  const founder = access?.accountRoles.indexOf(FOUNDER_ROLE) ?? -1;
  const here = me.sites.filter((site) => site.account.id === account.id);
  const mayChange = [{ role: null }, ...here].some((site) =>
    holdsRosterAuthority({ accountRole: account.role, siteRole: site.role }),
  );
  return (
    <>
      <PageHeader
        title={words.title}
        below={access ? words.about(access.people.length, access.sites.length) : words.aboutUnknown}
        actions={
          <>
            <ButtonAnchor href={accessFile(account.slug, filter)} download>
              {words.export}
            </ButtonAnchor>
            {may('team.manage') && <InviteManyButton account={account} />}
          </>
        }
      />
      <AccessPanel
        sites={sites}
        owner={access?.people[founder]?.name ?? personWords.accountOwner}
        mayChange={mayChange}
        domains={domains ?? NONE}
      />
    </>
  );
}
