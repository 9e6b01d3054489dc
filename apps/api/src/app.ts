import { randomUUID } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { policyRoutes } from './accounts/policy-routes.ts';
import { accountRoutes } from './accounts/routes.ts';
import { mySecurityRoutes } from './identity/my-security-routes.ts';
import { apiKeyRoutes } from './api-keys/routes.ts';
import { auditExportRoutes } from './audit/export-routes.ts';
import { auditRoutes } from './audit/routes.ts';
import type { Deps } from './deps.ts';
import { documentRoutes } from './document-routes.ts';
import { eventRoutes } from './events/routes.ts';
import { healthRoutes } from './health.ts';
import { createAccessReader } from './http/access.ts';
import { createAuthentication } from './http/authenticate.ts';
import { readBody } from './http/body.ts';
import { clientAddress } from './http/client-address.ts';
import type { Base } from './http/context.ts';
import { createKeyReader } from './http/key-access.ts';
import { neverStored, standardHeaders } from './http/headers.ts';
import { sameOriginOnly } from './http/origin.ts';
import { notFound, problemFromError } from './http/problem.ts';
import { DEVELOPMENT_POLICY, POLICY, checkPolicy } from './http/policy.ts';
import { recordRefusals } from './http/refusals.ts';
import { inviteeRoutes } from './invitations/invitee-routes.ts';
import { invitationRoutes } from './invitations/routes.ts';
import { mailboxRoutes } from './mail/routes.ts';
import { accessRoutes } from './members/access-routes.ts';
import { memberReadRoutes } from './members/read-routes.ts';
import { memberRoutes } from './members/routes.ts';
import { ownershipRoutes } from './ownership/routes.ts';
import { analyticsRoutes } from './site-admin/analytics/routes.ts';
import { formRoutes } from './site-admin/forms/routes.ts';
import { orderRoutes } from './site-admin/orders/routes.ts';
import { submissionIntakeRoutes } from './site-admin/submissions/intake-routes.ts';
import { submissionRoutes } from './site-admin/submissions/routes.ts';
import { preferenceRoutes } from './preferences/routes.ts';
import { siteRoutes } from './sites/routes.ts';
import { ssoSettingsRoutes } from './sso/routes.ts';
import { settingsRoutes } from './sites/settings-routes.ts';
import { codeRoutes } from './site-admin/code/routes.ts';
import { pageRoutes } from './site-admin/pages/routes.ts';
import { postRoutes } from './site-admin/posts/routes.ts';
import { redirectRoutes } from './site-admin/redirects/routes.ts';
import { seoRoutes } from './site-admin/seo/routes.ts';
import { webhookDeliveryRoutes } from './webhooks/delivery-routes.ts';
import { webhookRoutes } from './webhooks/routes.ts';
import type { Dashboard } from './dashboard.ts';

/** The contract's routes, chained so that the typed client knows every answer. */
function contractRoutes(deps: Deps) {
  const auth = createAuthentication(deps, createAccessReader(deps.database), createKeyReader(deps.database));
  return new Hono<Base>()
    .route('/', accountRoutes(deps, auth))
    .route('/', mySecurityRoutes(deps, auth))
    .route('/', policyRoutes(deps, auth))
    .route('/', preferenceRoutes(deps, auth))
    .route('/', ownershipRoutes(deps, auth))
    .route('/', ssoSettingsRoutes(deps, auth))
    .route('/', siteRoutes(deps, auth))
    .route('/', pageRoutes(deps, auth))
    .route('/', postRoutes(deps, auth))
    .route('/', seoRoutes(deps, auth))
    .route('/', redirectRoutes(deps, auth))
    .route('/', codeRoutes(deps, auth))
    .route('/', memberReadRoutes(deps, auth))
    .route('/', accessRoutes(deps, auth))
    .route('/', memberRoutes(deps, auth))
    .route('/', invitationRoutes(deps, auth))
    .route('/', inviteeRoutes(deps, auth))
    .route('/', apiKeyRoutes(deps, auth))
    .route('/', webhookRoutes(deps, auth))
    .route('/', webhookDeliveryRoutes(deps, auth))
    .route('/', auditRoutes(deps, auth))
    .route('/', auditExportRoutes(deps, auth))
    .route('/', analyticsRoutes(deps, auth))
    .route('/', formRoutes(deps, auth))
    .route('/', submissionRoutes(deps, auth))
    .route('/', submissionIntakeRoutes(deps))
    .route('/', orderRoutes(deps, auth))
    .route('/', settingsRoutes(deps, auth))
    .route('/', eventRoutes(deps, auth));
}

export type Contract = ReturnType<typeof contractRoutes>;

/** The whole API; `dashboard` serves the browser's files for everything else. Throws when a route has no policy entry. */
export function createApp(deps: Deps, dashboard: Dashboard | null = null): Hono<Base> {
  const { settings } = deps;
  const app = new Hono<Base>();
  app.use(async (c, next) => {
    c.set('requestId', randomUUID());
    c.header('x-request-id', c.get('requestId'));
    c.set('clientAddress', clientAddress(c.req.raw.headers, socketAddress(c), settings.trustedProxies));
    await next();
  });
  app.use(standardHeaders(settings.secure, dashboard?.inlineScripts ?? []));
  app.use('/api/*', neverStored, recordRefusals(deps), sameOriginOnly(settings), readBody);
  app.onError(problemFromError(deps.log));
  app.notFound(notFound);

  const contract = contractRoutes(deps);
  app.route('/', healthRoutes(deps.database, deps.draining));
  app.route('/', deps.identity.routes);
  app.route('/', contract);
  app.route('/', documentRoutes(app));
  if (deps.mailbox) app.route('/api/dev/mailbox', mailboxRoutes(deps.mailbox));
  checkPolicy(
    app.routes.filter((route) => route.path !== '/*' && route.path !== '/api/*'),
    {
      ...POLICY,
      ...(deps.mailbox ? DEVELOPMENT_POLICY : {}),
    },
  );
  app.all('/api/*', notFound);
  if (dashboard) app.get('/*', dashboard.serve);
  return app;
}

/** The peer's address; tests call the app without a socket. */
function socketAddress(c: Context): string | undefined {
  return c.env && 'incoming' in (c.env as object) ? getConnInfo(c).remote.address : undefined;
}
