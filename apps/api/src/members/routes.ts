import { Hono } from 'hono';
import type { Deps } from '../deps.ts';
import type { Authentication } from '../http/authenticate.ts';
import type { Base } from '../http/context.ts';
import { accessChangeRoutes } from './access-change-routes.ts';
import { accountMemberRoutes } from './account-member-routes.ts';
import { siteMemberRoutes } from './site-member-routes.ts';

/** Everything that changes who is on a site or in an account, but invitations. */
export const memberRoutes = (deps: Deps, auth: Authentication) =>
  new Hono<Base>()
    .route('/', siteMemberRoutes(deps, auth))
    .route('/', accountMemberRoutes(deps, auth))
    .route('/', accessChangeRoutes(deps, auth));
