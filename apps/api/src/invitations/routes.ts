import { Hono } from 'hono';
import type { Deps } from '../deps.ts';
import type { Authentication } from '../http/authenticate.ts';
import type { Base } from '../http/context.ts';
import { accountInvitationRoutes } from './account-routes.ts';
import { siteInvitationRoutes } from './site-routes.ts';

/** What senders do with invitations; invitee-routes.ts is what the invited do. */
export const invitationRoutes = (deps: Deps, auth: Authentication) =>
  new Hono<Base>()
    .route('/', siteInvitationRoutes(deps, auth))
    .route('/', accountInvitationRoutes(deps, auth));
