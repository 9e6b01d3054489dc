import type { Deps } from '../../deps.ts';
import type { Authentication } from '../../http/authenticate.ts';
import { contentRoutes } from '../content/routes.ts';

export const postRoutes = (deps: Deps, auth: Authentication) =>
  contentRoutes(deps, auth, { kind: 'post', area: 'posts', tag: 'Posts', Noun: 'Post' });
