import { POLICY, takesKeys } from './policy.ts';
import type { RoutePolicy } from './policy.ts';

/** How a caller says who they are (http-api.md, Conventions). */
export const SECURITY_SCHEMES = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'keyholder',
    description:
      'A signed-in person. Unsafe methods also need an `Origin` of our own and `application/json`.',
  },
  key: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'kh_',
    description: 'An API key of one site: works on routes of that site, never on people and keys.',
  },
} as const;

type Security = Partial<Record<keyof typeof SECURITY_SCHEMES, never[]>>[];

/** Who may call a route, as the document says it: taken from the policy table, so that the two cannot differ. */
export function securityOf(route: string): Security {
  const policy = (POLICY as Record<string, RoutePolicy>)[route];
  if (!policy || policy.tier === 'public' || policy.tier === 'invitee') return [];
  // The reference shows the first one: where both open, it is programs that read it.
  return takesKeys(policy) ? [{ key: [] }, { session: [] }] : [{ session: [] }];
}
