import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, lazyRouteComponent as lazy, redirect } from '@tanstack/react-router';
import { asProblem } from './problem.ts';
import { publicRoutes } from './public-routes.tsx';
import { root } from './root-route.ts';
import {
  accessSearch,
  accountMembersSearch,
  auditSearch,
  personSearch,
  siteAreaSearch,
  siteMembersSearch,
  sitesSearch,
} from './searches.ts';
import { findAccount } from './session/find-account.ts';
import { lastAccount, rememberAccount } from './session/last-account.ts';
import { meQuery } from './session/me-query.ts';
import { RouteError } from './shell/route-error.tsx';

/* Signed in. */
const session = createRoute({
  getParentRoute: () => root,
  id: 'session',
  beforeLoad: async ({ context, location }) => {
    try {
      return { me: await context.queryClient.ensureQueryData(meQuery) };
    } catch (error) {
      if (asProblem(error).is('auth.required'))
        throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { next: location.href } });
      throw error;
    }
  },
});
const newAccount = createRoute({
  getParentRoute: () => session,
  path: '/new-account',
  component: lazy(() => import('./pages/new-account-page.tsx'), 'NewAccountPage'),
});
const start = createRoute({
  getParentRoute: () => session,
  path: '/',
  beforeLoad: async ({ context: { me } }) => {
    const { startOf } = await import('./session/start.ts');
    throw redirect({ ...startOf(me, lastAccount()), replace: true });
  },
});
/* Site Admin: a bundle and a shell of its own. */
const siteAdmin = createRoute({
  getParentRoute: () => session,
  path: '/admin/$account/$site',
  beforeLoad: ({ context: { me }, params }) => {
    const found = findAccount(me, params.account);
    if (found) rememberAccount(found.id);
  },
  component: lazy(() => import('./pages/site-admin-layout.tsx'), 'SiteAdminLayout'),
});
const siteHome = createRoute({
  getParentRoute: () => siteAdmin,
  path: '/',
  component: lazy(() => import('./pages/site-home-page.tsx'), 'SiteHomePage'),
});
const siteArea = createRoute({
  getParentRoute: () => siteAdmin,
  path: '$area',
  validateSearch: siteAreaSearch,
  component: lazy(() => import('./pages/site-area-page.tsx'), 'SiteAreaPage'),
});
const siteAreaItem = createRoute({ getParentRoute: () => siteArea, path: '$item' });
const shell = createRoute({
  getParentRoute: () => session,
  id: 'shell',
  component: lazy(() => import('./shell/shell.tsx'), 'Shell'),
});
const me = createRoute({
  getParentRoute: () => shell,
  path: '/me',
  beforeLoad: () => {
    throw redirect({ to: '/me/$section', params: { section: 'profile' }, replace: true });
  },
});
const mySettings = createRoute({
  getParentRoute: () => shell,
  path: '/me/$section',
  component: lazy(() => import('./pages/my-settings-page.tsx'), 'MySettingsPage'),
});

/* One account. */
const account = createRoute({
  getParentRoute: () => shell,
  path: '/$account',
  beforeLoad: ({ context: { me }, params, location }) => {
    const found = findAccount(me, params.account);
    // Decided by the page, inside the shell: an account of others reads like one that does not exist.
    if (!found) return;
    rememberAccount(found.id);
    if (found.slug !== params.account)
      throw redirect({ href: location.href.replace(params.account, found.slug), replace: true });
  },
  component: lazy(() => import('./shell/account-layout.tsx'), 'AccountLayout'),
});
const overview = createRoute({
  getParentRoute: () => account,
  path: '/',
  component: lazy(() => import('./pages/overview-page.tsx'), 'OverviewPage'),
});
const sites = createRoute({
  getParentRoute: () => account,
  path: 'sites',
  validateSearch: sitesSearch,
  component: lazy(() => import('./pages/sites-page.tsx'), 'SitesPage'),
});
const accountMembers = createRoute({
  getParentRoute: () => account,
  path: 'members',
  validateSearch: accountMembersSearch,
  component: lazy(() => import('./pages/account-members-page.tsx'), 'AccountMembersPage'),
});
const access = createRoute({
  getParentRoute: () => account,
  path: 'access',
  validateSearch: accessSearch,
  component: lazy(() => import('./pages/access-page.tsx'), 'AccessPage'),
});
const accountSettings = createRoute({
  getParentRoute: () => account,
  path: 'settings',
  component: lazy(() => import('./pages/account-settings-page.tsx'), 'AccountSettingsPage'),
});
const accountSettingsStart = createRoute({
  getParentRoute: () => accountSettings,
  path: '/',
  beforeLoad: ({ params: { account } }) => {
    throw redirect({
      to: '/$account/settings/$section',
      params: { account, section: 'general' },
      replace: true,
    });
  },
});
const accountSettingsSection = createRoute({
  getParentRoute: () => accountSettings,
  path: '$section',
  component: lazy(() => import('./pages/account-settings-section.tsx'), 'AccountSettingsSection'),
});
const accountSettingsItem = createRoute({ getParentRoute: () => accountSettingsSection, path: '$item' });
const person = createRoute({
  getParentRoute: () => account,
  path: 'members/$user',
  validateSearch: personSearch,
  component: lazy(() => import('./pages/person-page.tsx'), 'PersonPage'),
});
const audit = createRoute({
  getParentRoute: () => account,
  path: 'audit',
  validateSearch: auditSearch,
  component: lazy(() => import('./pages/audit-page.tsx'), 'AuditPage'),
});

/* One site. The drawers are children of the list, so that it stays where it is behind them. */
const site = createRoute({
  getParentRoute: () => account,
  path: 'sites/$site',
  component: lazy(() => import('./pages/site-layout.tsx'), 'SiteLayout'),
});
const siteOverview = createRoute({
  getParentRoute: () => site,
  path: '/',
  component: lazy(() => import('./pages/site-overview-page.tsx'), 'SiteOverviewPage'),
});
const siteSettings = createRoute({
  getParentRoute: () => site,
  path: 'settings',
  component: lazy(() => import('./pages/site-settings-page.tsx'), 'SiteSettingsPage'),
});
const siteActivity = createRoute({
  getParentRoute: () => site,
  path: 'activity',
  component: lazy(() => import('./pages/site-activity-page.tsx'), 'SiteActivityPage'),
});
const siteMembersList = createRoute({
  getParentRoute: () => site,
  id: 'list',
  validateSearch: siteMembersSearch,
  component: lazy(() => import('./pages/site-members-page.tsx'), 'SiteMembersPage'),
});
const siteMembers = createRoute({ getParentRoute: () => siteMembersList, path: 'members' });
const siteMember = createRoute({
  getParentRoute: () => siteMembersList,
  path: 'members/$user',
  component: lazy(() => import('./pages/site-member-drawer.tsx'), 'SiteMemberDrawer'),
});
const siteInvitation = createRoute({
  getParentRoute: () => siteMembersList,
  path: 'invitations/$id',
  component: lazy(() => import('./pages/site-invitation-drawer.tsx'), 'SiteInvitationDrawer'),
});

const routeTree = root.addChildren([
  ...publicRoutes,
  session.addChildren([
    newAccount,
    start,
    siteAdmin.addChildren([siteHome, siteArea.addChildren([siteAreaItem])]),
    shell.addChildren([
      me,
      mySettings,
      account.addChildren([
        overview,
        sites,
        accountMembers,
        person,
        access,
        accountSettings.addChildren([
          accountSettingsStart,
          accountSettingsSection.addChildren([accountSettingsItem]),
        ]),
        audit,
        site.addChildren([
          siteOverview,
          siteSettings,
          siteActivity,
          siteMembersList.addChildren([siteMembers, siteMember, siteInvitation]),
        ]),
      ]),
    ]),
  ]),
]);

export const makeRouter = (queryClient: QueryClient) =>
  createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPreloadDelay: 80,
    // React Query decides what is fresh.
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultErrorComponent: RouteError,
    defaultNotFoundComponent: lazy(() => import('./shell/not-found-page.tsx'), 'NotFoundPage'),
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
