import { createHash } from 'node:crypto';
import type { CommandContext, IdempotentRequest } from '@keyholder/db';
import { decideArea, fail, maySeeSite, must } from '@keyholder/domain';
import type { SitePermission } from '@keyholder/domain';
import type { HonoRequest } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Deps } from '../deps.ts';
import type { AccessReader, PersonAccess } from './access.ts';
import { callerOf, carriedBy } from './caller.ts';
import type { BaseVariables, WithAccount, WithCaller, WithPerson, WithSite } from './context.ts';

/** The part of a request that says who asks, whatever else the route has put beside it. */
export interface Asked {
  readonly req: Pick<HonoRequest, 'header' | 'method' | 'path'>;
  readonly var: Readonly<BaseVariables>;
}

/** The middlewares that say who calls. Each costs one statement, session and rights together (performance.md P1). */
export interface Authentication {
  /** A session; else 401. */
  readonly person: ReturnType<typeof createMiddleware<WithPerson>>;
  /** A session of somebody who belongs to `:account`; else 401, 404. */
  readonly account: ReturnType<typeof createMiddleware<WithAccount>>;
  /** A session of somebody who may know `:site`; else 401, 404. */
  readonly site: ReturnType<typeof createMiddleware<WithSite>>;
  /** Somebody who holds this permission on `:site`; else 401, 404, 403 with the area and the caller's role. */
  granted(needs: SitePermission): ReturnType<typeof createMiddleware<WithCaller>>;
  /** The session if there is one, for routes that anybody may call. */
  visitor(c: Asked): Promise<PersonAccess | null>;
}

export function createAuthentication(
  deps: Pick<Deps, 'identity' | 'lastActive'>,
  access: AccessReader,
): Authentication {
  const token = (c: Asked) => deps.identity.sessionToken(c.req.header('cookie'));
  const required = (c: Asked) => token(c) ?? fail('auth.required');
  return {
    person: createMiddleware<WithPerson>(async (c, next) => {
      const person = (await access.person(required(c))) ?? fail('auth.required');
      c.set('person', person);
      c.set('command', commandContext(c, person));
      await next();
    }),
    account: createMiddleware<WithAccount>(async (c, next) => {
      const found =
        (await access.account(required(c), c.req.param('account') ?? '')) ?? fail('auth.required');
      const account = found.access ?? fail('not_found');
      c.set('person', found.person);
      c.set('account', account);
      c.set('command', commandContext(c, found.person));
      deps.lastActive.inAccount(account.id, found.person.userId);
      await next();
    }),
    site: createMiddleware<WithSite>(async (c, next) => {
      const found = (await access.site(required(c), c.req.param('site') ?? '')) ?? fail('auth.required');
      const site = found.access ?? fail('not_found');
      if (!maySeeSite({ accountRole: site.accountRole, siteRole: site.role })) fail('not_found');
      c.set('person', found.person);
      c.set('site', site);
      c.set('command', commandContext(c, found.person));
      deps.lastActive.onSite(site.account.id, site.id, found.person.userId, site.role !== null);
      await next();
    }),
    granted: (needs) =>
      createMiddleware<WithCaller>(async (c, next) => {
        const found = (await access.site(required(c), c.req.param('site') ?? '')) ?? fail('auth.required');
        const site = found.access ?? fail('not_found');
        const caller = callerOf(found.person, site);
        c.set('caller', caller);
        c.set('site', site);
        must(
          decideArea(
            { accountRole: site.accountRole, siteRole: site.role, carried: carriedBy(caller) },
            needs,
          ),
        );
        c.set('command', commandContext(c, found.person));
        deps.lastActive.onSite(site.account.id, site.id, caller.userId, site.role !== null);
        await next();
      }),
    async visitor(c) {
      const present = token(c);
      return present === null ? null : access.person(present);
    },
  };
}

/** Longer user agents are cut: they are evidence, not data. */
const USER_AGENT_LENGTH = 300;

/** Who acts, from where, and under which Idempotency-Key: what the write door records. */
export function commandContext(c: Asked, person: PersonAccess): CommandContext {
  return commandOf(c, { kind: 'person', id: person.userId }, `person:${person.userId}`);
}

export function commandOf(c: Asked, actor: CommandContext['actor'], principal: string): CommandContext {
  const idempotency = idempotencyOf(c, principal);
  return {
    actor,
    ip: c.var.clientAddress,
    userAgent: c.req.header('user-agent')?.slice(0, USER_AGENT_LENGTH) ?? null,
    requestId: c.var.requestId,
    ...(idempotency ? { idempotency } : {}),
  };
}

/** The request as its sender may repeat it, when it carries an Idempotency-Key. */
export function idempotencyOf(c: Asked, principal: string): IdempotentRequest | undefined {
  const key = c.req.header('idempotency-key');
  if (key !== undefined && (key.length === 0 || key.length > 200))
    fail('validation.failed', { fields: { 'Idempotency-Key': 'Use 1 to 200 characters.' } });
  return key !== undefined && c.req.method === 'POST'
    ? { principal, route: routeOf(c), key, hash: bodyHash(c) }
    : undefined;
}

/** A path may be as long as a caller likes, but what an index holds may not. */
const LONGEST_ROUTE = 300;

function routeOf({ req: { method, path } }: Asked): string {
  return `${method} ${path.length > LONGEST_ROUTE ? sha256(path).toString('hex') : path}`;
}

const bodyHash = (c: Asked): Buffer => sha256(c.var.bodyText ?? '');
const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();
