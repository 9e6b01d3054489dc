import { SITE_ROLE_LABELS } from '@keyholder/domain';
import { useQuery } from '@tanstack/react-query';
import { Outlet, useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { AdminSiteContext } from '../admin-site.ts';
import { ButtonLink } from '../links.tsx';
import { useLive } from '../live.ts';
import { siteHomeWords as words } from '../messages/site-home.ts';
import { usePageTitle } from '../page-title.ts';
import { ProblemPanel } from '../problem-panel.tsx';
import { asProblem } from '../problem.ts';
import { useAccountMaybe, type MyAccount } from '../session/account.ts';
import { MessagePage } from '../shell/message-page.tsx';
import { NotFoundPage } from '../shell/not-found-page.tsx';
import { SecondFactorGate } from '../shell/second-factor-gate.tsx';
import { SiteShell } from '../shell/site-shell.tsx';
import { NoAccess } from '../site-home/no-access.tsx';
import { siteQuery } from '../sites/site-queries.ts';
import { toast } from '../ui/toasts.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { unsavedTexts, type UnsavedText } from '../unsaved-text.ts';

/** Around every area of one site, for whoever has a role on it. */
export function SiteAdminLayout() {
  const { account: slug, site } = useParams({ from: '/session/admin/$account/$site' });
  const account = useAccountMaybe();
  // Removed from the last site of an account, the account itself goes: the page still says what happened.
  const [known, setKnown] = useState(account);
  if (account && account !== known) setKnown(account);
  const here = account ?? (known?.slug === slug ? known : undefined);
  return here ? <SiteAdmin key={`${here.id}/${site}`} account={here} slug={site} /> : <NotFoundPage />;
}

function SiteAdmin({ account, slug }: { account: MyAccount; slug: string }) {
  useLive(account.id);
  const query = useQuery(siteQuery(account.id, slug));
  const { data: site, error } = query;
  const refused = error !== null && asProblem(error).is('not_found', 'permission.denied');
  const shut = refused || site?.role === null;
  // Taken while the editors are still there: they go away with this very render.
  const [kept, setKept] = useState<readonly UnsavedText[] | null>(null);
  if (shut !== (kept !== null)) setKept(shut ? unsavedTexts() : null);
  useSayRole(site?.role ?? null);

  if (refused)
    return (
      <SiteShell account={account}>
        {site ? <NoAccess site={site} unsaved={kept ?? []} /> : <NotFoundPage />}
      </SiteShell>
    );
  if (!site)
    return (
      <SiteShell account={account}>
        <SecondFactorGate account={account}>
          {error ? (
            <ProblemPanel problem={error} onRetry={() => void query.refetch()} />
          ) : (
            <SkeletonRows rows={3} />
          )}
        </SecondFactorGate>
      </SiteShell>
    );
  const { role } = site;
  return (
    <SiteShell account={account} site={site}>
      {role === null ? (
        <NoRole site={site} unsaved={kept ?? []} />
      ) : (
        <SecondFactorGate account={account}>
          <AdminSiteContext value={{ ...site, role }}>
            <Outlet />
          </AdminSiteContext>
        </SecondFactorGate>
      )}
    </SiteShell>
  );
}

/** A change of role while the person works here is said, wherever they are (ui/brief.md S18). */
function useSayRole(role: keyof typeof SITE_ROLE_LABELS | null): void {
  const before = useRef(role);
  useEffect(() => {
    if (role !== null && before.current !== null && before.current !== role)
      toast(words.roleIsNow(SITE_ROLE_LABELS[role]));
    before.current = role;
  }, [role]);
}

interface NoRoleProps {
  site: { id: string; slug: string; name: string; account: { slug: string } };
  unsaved: readonly UnsavedText[];
}
/** Known through the account, but with no role on it: the role was never there, or has just been taken away. */
function NoRole({ site, unsaved }: NoRoleProps) {
  usePageTitle(site.name);
  if (unsaved.length > 0) return <NoAccess site={site} unsaved={unsaved} />;
  return (
    <MessagePage title={words.noRoleTitle(site.name)} text={words.noRoleText}>
      <ButtonLink
        to="/$account/sites/$site"
        params={{ account: site.account.slug, site: site.slug }}
        kind="primary"
      >
        {words.openInAccount}
      </ButtonLink>
    </MessagePage>
  );
}
