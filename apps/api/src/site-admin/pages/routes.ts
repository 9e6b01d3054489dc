import type { Deps } from '../../deps.ts';
import type { Authentication } from '../../http/authenticate.ts';
import { contentRoutes } from '../content/routes.ts';

export const pageRoutes = (deps: Deps, auth: Authentication) =>
  contentRoutes(deps, auth, { kind: 'page', area: 'pages', tag: 'Pages', Noun: 'Page' });
