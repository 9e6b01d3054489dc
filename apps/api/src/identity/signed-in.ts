import { fail } from '@keyholder/domain';
import { createMiddleware } from 'hono/factory';
import { createAccessReader } from '../http/access.ts';
import type { PersonAccess } from '../http/access.ts';
import type { BaseVariables } from '../http/context.ts';
import type { IdentityDeps } from './identity.ts';

export interface SignedInPerson {
  Variables: BaseVariables & { person: PersonAccess };
}

/** A session; else 401. For the routes under /api/auth, which stand before the API's own authentication. */
export function signedIn({ database, cookie }: Pick<IdentityDeps, 'database' | 'cookie'>) {
  const access = createAccessReader(database);
  return createMiddleware<SignedInPerson>(async (c, next) => {
    const token = cookie.read(c.req.header('cookie')) ?? fail('auth.required');
    c.set('person', (await access.person(token)) ?? fail('auth.required'));
    await next();
  });
}
