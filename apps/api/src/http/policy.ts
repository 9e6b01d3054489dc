import { SITE_PERMISSIONS, mayBeCarried } from '@keyholder/domain';
import type { AccountPermission, SitePermission } from '@keyholder/domain';

/**
 * Who may call a route. `public`: anybody. `invitee`: whoever holds a link. `person`: anybody signed in. `account`: who
 * belongs to `:account`. `site`: who may know `:site`. `needs` is the permission that the rule behind the route asks for
 * (`roster`: roster authority [R6]; `own`: the caller's own membership; `access.check`: a key that carries it, or a person
 * who sees the members), for the battery that tries every route.
 */
export type RoutePolicy =
  | { readonly tier: 'public' | 'invitee' | 'person' }
  | { readonly tier: 'account'; readonly needs: AccountPermission | 'own' | 'roster' }
  | { readonly tier: 'site'; readonly needs: SitePermission | 'roster' | 'own' | 'known' | 'access.check' };

/** Every route with its policy. One that is missing here, or here and nowhere else, stops the boot. */
export const POLICY = {
  'GET /livez': { tier: 'public' },
  'GET /readyz': { tier: 'public' },
  'GET /api/openapi.json': { tier: 'public' },
  'GET /docs': { tier: 'public' },
  'GET /docs/scalar.js': { tier: 'public' },
  'GET /docs/start.js': { tier: 'public' },
  'POST /api/auth/sign-up/email': { tier: 'public' },
  'POST /api/auth/sign-in/email': { tier: 'public' },
  'POST /api/auth/sign-out': { tier: 'public' },
  'GET /api/auth/verify-email': { tier: 'public' },
  'POST /api/auth/verify-email': { tier: 'public' },
  'POST /api/auth/request-password-reset': { tier: 'public' },
  'POST /api/auth/reset-password': { tier: 'public' },
  'POST /api/auth/two-factor/verify': { tier: 'public' },
  'POST /api/auth/two-factor/recovery': { tier: 'public' },
  'POST /api/auth/two-factor/enable': { tier: 'person' },
  'POST /api/auth/two-factor/confirm': { tier: 'person' },
  'POST /api/auth/two-factor/disable': { tier: 'person' },
  'POST /api/auth/two-factor/recovery-codes': { tier: 'person' },
  'POST /api/auth/change-password': { tier: 'person' },
  'POST /api/auth/sso/discover': { tier: 'public' },
  'POST /api/auth/sso/start': { tier: 'public' },
  'GET /api/auth/sso/callback': { tier: 'public' },
  'GET /api/auth/sso/link': { tier: 'public' },
  'POST /api/auth/sso/link': { tier: 'public' },

  'GET /api/v1/me': { tier: 'person' },
  'GET /api/v1/me/preferences': { tier: 'person' },
  'PATCH /api/v1/me/preferences': { tier: 'person' },
  'PATCH /api/v1/me': { tier: 'person' },
  'GET /api/v1/me/security': { tier: 'person' },
  'GET /api/v1/me/sessions': { tier: 'person' },
  'DELETE /api/v1/me/sessions': { tier: 'person' },
  'DELETE /api/v1/me/sessions/:id': { tier: 'person' },

  'POST /api/v1/accounts': { tier: 'person' },
  'GET /api/v1/accounts/:account': { tier: 'account', needs: 'account.read' },
  'DELETE /api/v1/accounts/:account': { tier: 'account', needs: 'account.delete' },
  'GET /api/v1/accounts/:account/policies': { tier: 'account', needs: 'account.settings' },
  'PATCH /api/v1/accounts/:account/policies': { tier: 'account', needs: 'account.settings' },
  'PATCH /api/v1/accounts/:account': { tier: 'account', needs: 'account.settings' },
  'GET /api/v1/accounts/:account/access': { tier: 'account', needs: 'team.read' },
  'GET /api/v1/accounts/:account/access.csv': { tier: 'account', needs: 'team.read' },
  // Judged change by change: whoever belongs to the account may ask.
  'POST /api/v1/accounts/:account/access-changes': { tier: 'account', needs: 'own' },
  'POST /api/v1/accounts/:account/ownership-offer': { tier: 'account', needs: 'account.transfer' },
  'DELETE /api/v1/accounts/:account/ownership-offer': { tier: 'account', needs: 'account.transfer' },
  // An offer belongs to whom it was made: for anybody else there is none.
  'POST /api/v1/accounts/:account/ownership-offer/accept': { tier: 'account', needs: 'own' },
  'GET /api/v1/accounts/:account/sso-connections': { tier: 'account', needs: 'account.settings' },
  'POST /api/v1/accounts/:account/sso-connections': { tier: 'account', needs: 'account.settings' },
  'PATCH /api/v1/accounts/:account/sso-connections/:id': { tier: 'account', needs: 'account.settings' },
  'DELETE /api/v1/accounts/:account/sso-connections/:id': { tier: 'account', needs: 'account.settings' },
  'POST /api/v1/accounts/:account/sso-connections/:id/test': { tier: 'account', needs: 'account.settings' },
  'POST /api/v1/accounts/:account/sso-connections/:id/domains': {
    tier: 'account',
    needs: 'account.settings',
  },
  'POST /api/v1/accounts/:account/sso-connections/:id/domains/:domain/verify': {
    tier: 'account',
    needs: 'account.settings',
  },
  'DELETE /api/v1/accounts/:account/sso-connections/:id/domains/:domain': {
    tier: 'account',
    needs: 'account.settings',
  },
  'POST /api/v1/accounts/:account/leave': { tier: 'account', needs: 'own' },
  'GET /api/v1/accounts/:account/events': { tier: 'account', needs: 'own' },
  'GET /api/v1/accounts/:account/members': { tier: 'account', needs: 'team.read' },
  'GET /api/v1/accounts/:account/members.csv': { tier: 'account', needs: 'team.read' },
  'GET /api/v1/accounts/:account/members/:user': { tier: 'account', needs: 'team.read' },
  'PATCH /api/v1/accounts/:account/members/:user': { tier: 'account', needs: 'team.manage' },
  'DELETE /api/v1/accounts/:account/members/:user': { tier: 'account', needs: 'team.manage' },
  'GET /api/v1/accounts/:account/members/:user/removal': { tier: 'account', needs: 'team.manage' },
  'POST /api/v1/accounts/:account/members/:user/restore': { tier: 'account', needs: 'team.manage' },
  'POST /api/v1/accounts/:account/members/:user/sites': { tier: 'account', needs: 'roster' },

  'GET /api/v1/accounts/:account/sites': { tier: 'account', needs: 'account.read' },
  'POST /api/v1/accounts/:account/sites': { tier: 'account', needs: 'sites.create' },
  'GET /api/v1/accounts/:account/sites/:site': { tier: 'account', needs: 'own' },
  'GET /api/v1/accounts/:account/invitations': { tier: 'account', needs: 'team.read' },
  'POST /api/v1/accounts/:account/invitations': { tier: 'account', needs: 'team.manage' },
  // Judged row by row: whoever belongs to the account may ask.
  'POST /api/v1/accounts/:account/invitations/batch': { tier: 'account', needs: 'own' },
  'POST /api/v1/accounts/:account/invitations/resend-expired': { tier: 'account', needs: 'team.manage' },
  'GET /api/v1/accounts/:account/invitations/:id': { tier: 'account', needs: 'team.read' },
  'PATCH /api/v1/accounts/:account/invitations/:id': { tier: 'account', needs: 'team.manage' },
  'DELETE /api/v1/accounts/:account/invitations/:id': { tier: 'account', needs: 'team.manage' },
  'POST /api/v1/accounts/:account/invitations/:id/resend': { tier: 'account', needs: 'team.manage' },
  'GET /api/v1/accounts/:account/site-invitations': { tier: 'account', needs: 'team.read' },

  'GET /api/v1/accounts/:account/audit-events': { tier: 'account', needs: 'audit.read' },
  'GET /api/v1/accounts/:account/audit-events/verification': { tier: 'account', needs: 'audit.read' },
  'GET /api/v1/accounts/:account/audit-events/:id': { tier: 'account', needs: 'audit.read' },
  'GET /api/v1/accounts/:account/audit-events.csv': { tier: 'account', needs: 'audit.export' },
  'GET /api/v1/accounts/:account/audit-events.ndjson': { tier: 'account', needs: 'audit.export' },
  'GET /api/v1/accounts/:account/security-events': { tier: 'account', needs: 'audit.read' },

  'GET /api/v1/accounts/:account/webhooks': { tier: 'account', needs: 'account.settings' },
  'POST /api/v1/accounts/:account/webhooks': { tier: 'account', needs: 'account.settings' },
  'GET /api/v1/accounts/:account/webhooks/:id': { tier: 'account', needs: 'account.settings' },
  'PATCH /api/v1/accounts/:account/webhooks/:id': { tier: 'account', needs: 'account.settings' },
  'DELETE /api/v1/accounts/:account/webhooks/:id': { tier: 'account', needs: 'account.settings' },
  'GET /api/v1/accounts/:account/webhooks/:id/secret': { tier: 'account', needs: 'account.settings' },
  'POST /api/v1/accounts/:account/webhooks/:id/rotate': { tier: 'account', needs: 'account.settings' },
  'POST /api/v1/accounts/:account/webhooks/:id/test': { tier: 'account', needs: 'account.settings' },
  'GET /api/v1/accounts/:account/webhooks/:id/deliveries': { tier: 'account', needs: 'account.settings' },
  'POST /api/v1/accounts/:account/webhooks/:id/deliveries/:delivery/replay': {
    tier: 'account',
    needs: 'account.settings',
  },

  'GET /api/v1/sites/:site': { tier: 'site', needs: 'known' },
  'PATCH /api/v1/sites/:site': { tier: 'site', needs: 'settings.write' },
  'DELETE /api/v1/sites/:site': { tier: 'site', needs: 'site.delete' },
  'GET /api/v1/sites/:site/members': { tier: 'site', needs: 'members.read' },
  'PATCH /api/v1/sites/:site/members/:user': { tier: 'site', needs: 'roster' },
  'DELETE /api/v1/sites/:site/members/:user': { tier: 'site', needs: 'roster' },
  'GET /api/v1/sites/:site/members/:user/removal': { tier: 'site', needs: 'roster' },
  'POST /api/v1/sites/:site/members/:user/restore': { tier: 'site', needs: 'roster' },
  'GET /api/v1/sites/:site/activity': { tier: 'site', needs: 'activity.read' },
  'POST /api/v1/sites/:site/leave': { tier: 'site', needs: 'own' },
  'GET /api/v1/sites/:site/api-keys': { tier: 'site', needs: 'api_keys.manage' },
  'POST /api/v1/sites/:site/api-keys': { tier: 'site', needs: 'api_keys.manage' },
  'POST /api/v1/sites/:site/access-check': { tier: 'site', needs: 'access.check' },
  // Their maker may end a key whatever their role is by then.
  'DELETE /api/v1/sites/:site/api-keys/:id': { tier: 'site', needs: 'api_keys.manage' },

  'GET /api/v1/sites/:site/analytics': { tier: 'site', needs: 'analytics.read' },
  // For the visitors of a site: limits, not a session, stand before it (decision 0010).
  'POST /api/v1/sites/:site/analytics/visits': { tier: 'public' },
  'GET /api/v1/sites/:site/forms': { tier: 'site', needs: 'forms.read' },
  'POST /api/v1/sites/:site/forms': { tier: 'site', needs: 'forms.write' },
  'GET /api/v1/sites/:site/forms/:id': { tier: 'site', needs: 'forms.read' },
  'PATCH /api/v1/sites/:site/forms/:id': { tier: 'site', needs: 'forms.write' },
  'DELETE /api/v1/sites/:site/forms/:id': { tier: 'site', needs: 'forms.write' },
  'POST /api/v1/sites/:site/forms/:form/submissions': { tier: 'public' },
  'GET /api/v1/sites/:site/submissions': { tier: 'site', needs: 'submissions.read' },
  'GET /api/v1/sites/:site/submissions.csv': { tier: 'site', needs: 'submissions.read' },
  'GET /api/v1/sites/:site/submissions/:id': { tier: 'site', needs: 'submissions.read' },
  'GET /api/v1/sites/:site/orders': { tier: 'site', needs: 'orders.read' },
  'POST /api/v1/sites/:site/orders': { tier: 'site', needs: 'orders.write' },
  'GET /api/v1/sites/:site/orders/:id': { tier: 'site', needs: 'orders.read' },
  'PATCH /api/v1/sites/:site/orders/:id': { tier: 'site', needs: 'orders.write' },
  'GET /api/v1/sites/:site/settings': { tier: 'site', needs: 'settings.read' },
  'PATCH /api/v1/sites/:site/settings': { tier: 'site', needs: 'settings.write' },

  'GET /api/v1/sites/:site/pages': { tier: 'site', needs: 'pages.read' },
  'POST /api/v1/sites/:site/pages': { tier: 'site', needs: 'pages.write' },
  'GET /api/v1/sites/:site/pages/:id': { tier: 'site', needs: 'pages.read' },
  'PATCH /api/v1/sites/:site/pages/:id': { tier: 'site', needs: 'pages.write' },
  'DELETE /api/v1/sites/:site/pages/:id': { tier: 'site', needs: 'pages.write' },
  'POST /api/v1/sites/:site/pages/:id/publish': { tier: 'site', needs: 'pages.publish' },
  'POST /api/v1/sites/:site/pages/:id/unpublish': { tier: 'site', needs: 'pages.publish' },
  'GET /api/v1/sites/:site/posts': { tier: 'site', needs: 'posts.read' },
  'POST /api/v1/sites/:site/posts': { tier: 'site', needs: 'posts.write' },
  'GET /api/v1/sites/:site/posts/:id': { tier: 'site', needs: 'posts.read' },
  'PATCH /api/v1/sites/:site/posts/:id': { tier: 'site', needs: 'posts.write' },
  'DELETE /api/v1/sites/:site/posts/:id': { tier: 'site', needs: 'posts.write' },
  'POST /api/v1/sites/:site/posts/:id/publish': { tier: 'site', needs: 'posts.publish' },
  'POST /api/v1/sites/:site/posts/:id/unpublish': { tier: 'site', needs: 'posts.publish' },
  'GET /api/v1/sites/:site/seo': { tier: 'site', needs: 'seo.read' },
  'PATCH /api/v1/sites/:site/seo/:pageId': { tier: 'site', needs: 'seo.write' },
  'GET /api/v1/sites/:site/redirects': { tier: 'site', needs: 'redirects.read' },
  'POST /api/v1/sites/:site/redirects': { tier: 'site', needs: 'redirects.write' },
  'POST /api/v1/sites/:site/redirects/import': { tier: 'site', needs: 'redirects.write' },
  'GET /api/v1/sites/:site/redirects/:id': { tier: 'site', needs: 'redirects.read' },
  'PATCH /api/v1/sites/:site/redirects/:id': { tier: 'site', needs: 'redirects.write' },
  'DELETE /api/v1/sites/:site/redirects/:id': { tier: 'site', needs: 'redirects.write' },
  'GET /api/v1/sites/:site/code': { tier: 'site', needs: 'code.read' },
  'PUT /api/v1/sites/:site/code': { tier: 'site', needs: 'code.write' },
  'GET /api/v1/sites/:site/code/history': { tier: 'site', needs: 'code.read' },
  'GET /api/v1/sites/:site/code/history/:version': { tier: 'site', needs: 'code.read' },

  'GET /api/v1/sites/:site/invitations': { tier: 'site', needs: 'members.read' },
  'POST /api/v1/sites/:site/invitations': { tier: 'site', needs: 'roster' },
  'POST /api/v1/sites/:site/invitations/resend-expired': { tier: 'site', needs: 'roster' },
  'GET /api/v1/sites/:site/invitations/:id': { tier: 'site', needs: 'members.read' },
  'PATCH /api/v1/sites/:site/invitations/:id': { tier: 'site', needs: 'roster' },
  'DELETE /api/v1/sites/:site/invitations/:id': { tier: 'site', needs: 'roster' },
  'POST /api/v1/sites/:site/invitations/:id/resend': { tier: 'site', needs: 'roster' },

  'POST /api/v1/invitations/lookup': { tier: 'invitee' },
  'POST /api/v1/invitations/accept': { tier: 'invitee' },
  'POST /api/v1/invitations/decline': { tier: 'invitee' },
  'POST /api/v1/invitations/request-new-link': { tier: 'invitee' },
} as const satisfies Record<string, RoutePolicy>;

/** Routes that exist outside production only. */
export const DEVELOPMENT_POLICY = {
  'GET /api/dev/mailbox': { tier: 'public' },
  'GET /api/dev/mailbox/:id': { tier: 'public' },
} as const satisfies Record<string, RoutePolicy>;

/** Whether a program with an API key may call a route: what it needs must be something that a key may carry [R44]. */
export const takesKeys = (policy: RoutePolicy): boolean =>
  policy.tier === 'site' &&
  (policy.needs === 'known' ||
    policy.needs === 'access.check' ||
    (isSitePermission(policy.needs) && mayBeCarried(policy.needs)));

const isSitePermission = (needs: string): needs is SitePermission =>
  (SITE_PERMISSIONS as readonly string[]).includes(needs);

/** Throws when the routes of the app and the policy table differ in either direction (security.md 1.3.4). */
export function checkPolicy(
  routes: readonly { method: string; path: string }[],
  table: Readonly<Record<string, RoutePolicy>>,
): void {
  const existing = new Set(
    routes.filter((route) => route.method !== 'ALL').map((route) => `${route.method} ${route.path}`),
  );
  const missing = [...existing].filter((route) => !(route in table));
  const stale = Object.keys(table).filter((route) => !existing.has(route));
  if (missing.length > 0) throw new Error(`routes without a policy: ${missing.join(', ')}`);
  if (stale.length > 0) throw new Error(`policies without a route: ${stale.join(', ')}`);
}
