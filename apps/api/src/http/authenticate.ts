import { createHash } from 'node:crypto';
import type { CommandContext, IdempotentRequest } from '@keyholder/db';
import { decideArea, fail, lendable, maySeeSite, must, surfaceOf } from '@keyholder/domain';
import type { KeyPermission, SitePermission } from '@keyholder/domain';
import type { HonoRequest } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Deps } from '../deps.ts';
import type { AccessReader, AccountFacts, PersonAccess, SiteAccess } from './access.ts';
import { keyInHeader } from './api-key-text.ts';
import { callerOf, carriedBy } from './caller.ts';
import type { Caller } from './caller.ts';
import type { KeyReader } from './key-access.ts';
import type { BaseVariables, WithAccount, WithCaller, WithPerson, WithSite } from './context.ts';

/** The part of a request that says who asks, whatever else the route has put beside it. */
export interface Asked {
  readonly req: Pick<HonoRequest, 'header' | 'method' | 'path'>;
  readonly var: Readonly<BaseVariables>;
}

/**
 * The middlewares that say who calls. Each costs one statement, session or key and rights together (performance.md P1).
 * Who sends a Bearer calls as that key and as nobody else, whatever cookie comes with it.
 */
export interface Authentication {
  /** A session; else 401. */
  readonly person: ReturnType<typeof createMiddleware<WithPerson>>;
  /** A session of somebody who belongs to `:account`; else 401, 404, or 403 when it asks for a second factor. */
  readonly account: ReturnType<typeof createMiddleware<WithAccount>>;
  /** A session of somebody who may know `:site`; else 401, 404. A key of the site is refused with 403 [R44]. */
  readonly site: ReturnType<typeof createMiddleware<WithSite>>;
  /**
   * A session of somebody who may know `:site`, judged by the rule behind the route; or a key of the site, which must
   * carry the permission, where one is named. Else 401, 404, 403.
   */
  reading(carries: KeyPermission | null): ReturnType<typeof createMiddleware<WithCaller>>;
  /** Somebody who holds this permission on `:site`; else 401, 404, 403 with the area and the caller's role. */
  granted(needs: SitePermission): ReturnType<typeof createMiddleware<WithCaller>>;
  /** The same as `account` and `site`, for leaving: also without the second factor that the account asks for. */
  readonly leavingAccount: ReturnType<typeof createMiddleware<WithAccount>>;
  readonly leavingSite: ReturnType<typeof createMiddleware<WithSite>>;
  /** The session if there is one, for routes that anybody may call. */
  visitor(c: Asked): Promise<PersonAccess | null>;
}

/** Somebody at the door of a site, not yet judged. */
interface Entry {
  readonly caller: Caller;
  readonly site: SiteAccess;
  readonly command: CommandContext;
}

export function createAuthentication(
  deps: Pick<Deps, 'identity' | 'lastActive'>,
  access: AccessReader,
  keyReader: KeyReader,
): Authentication {
  const keyIn = (c: Asked) => keyInHeader(c.req.header('authorization'));
  const token = (c: Asked) => (keyIn(c) === null ? deps.identity.sessionToken(c.req.header('cookie')) : null);
  const required = (c: Asked) => token(c) ?? fail('auth.required');

  /** Who calls about a site: with the key that the request names, or signed in. What they may not know is not there. */
  async function entering(c: Asked, asked: string, leaving = false): Promise<Entry> {
    const key = keyIn(c);
    if (key !== null) {
      const { caller, site } = (key === 'malformed' ? null : await keyReader(key)) ?? fail('auth.required');
      if (site.id !== asked) return fail('not_found');
      deps.lastActive.withKey(caller.keyId);
      const actor = { kind: 'api_key', id: caller.keyId } as const;
      return { caller, site, command: commandOf(c, actor, `api_key:${caller.keyId}`) };
    }
    const arrival = (await access.site(required(c), asked)) ?? fail('auth.required');
    const { person } = arrival;
    const site = arrival.access ?? fail('not_found');
    if (!maySeeSite({ accountRole: site.accountRole, siteRole: site.role })) return fail('not_found');
    if (arrival.factorMissing && !leaving) return askForFactor(site.account);
    deps.lastActive.onSite(site.account.id, site.id, person.userId, site.role !== null);
    return { caller: callerOf(person, site), site, command: commandContext(c, person) };
  }

  /** Lets a caller in whom `judge` does not refuse. */
  const admitting = (judge: (entry: Entry) => void) =>
    createMiddleware<WithCaller>(async (c, next) => {
      const entry = await entering(c, c.req.param('site') ?? '');
      c.set('caller', entry.caller);
      c.set('site', entry.site);
      c.set('command', entry.command);
      judge(entry);
      await next();
    });

  const atAccount = (leaving: boolean) =>
    createMiddleware<WithAccount>(async (c, next) => {
      const found =
        (await access.account(required(c), c.req.param('account') ?? '')) ?? fail('auth.required');
      const account = found.access ?? fail('not_found');
      c.set('person', found.person);
      c.set('account', account);
      c.set('command', commandContext(c, found.person));
      if (found.factorMissing && !leaving) askForFactor(account);
      deps.lastActive.inAccount(account.id, found.person.userId);
      await next();
    });

  const atSite = (leaving: boolean) =>
    createMiddleware<WithSite>(async (c, next) => {
      const { caller, site, command } = await entering(c, c.req.param('site') ?? '', leaving);
      c.set('caller', caller);
      c.set('site', site);
      c.set('command', command);
      c.set('person', caller.kind === 'person' ? caller.person : fail('permission.denied'));
      await next();
    });

  return {
    person: createMiddleware<WithPerson>(async (c, next) => {
      const person = (await access.person(required(c))) ?? fail('auth.required');
      c.set('person', person);
      c.set('command', commandContext(c, person));
      await next();
    }),
    account: atAccount(false),
    leavingAccount: atAccount(true),
    site: atSite(false),
    leavingSite: atSite(true),
    reading: (carries) => admitting(({ caller, site }) => mayRead(caller, site, carries)),
    granted: (needs) =>
      admitting(({ caller, site }) => {
        must(
          decideArea(
            { accountRole: site.accountRole, siteRole: site.role, carried: carriedBy(caller) },
            needs,
          ),
        );
      }),
    async visitor(c) {
      const present = token(c);
      return present === null ? null : access.person(present);
    },
  };
}

/** Names the account, so that whoever sets it up can be led back. */
const askForFactor = ({ id, slug, name }: AccountFacts): never =>
  fail('auth.second_factor_required', { account: { id, slug, name } });

/** A person is judged by the rule behind the route; of a key, what it carries is all there is to judge [R44]. */
function mayRead(caller: Caller, site: SiteAccess, carries: KeyPermission | null): void {
  if (caller.kind === 'person' || carries === null) return;
  if (lendable(caller.carried, site.role).includes(carries)) return;
  const area = carries === 'access.check' ? {} : { surface: surfaceOf(carries).key };
  fail('permission.denied', { ...area, role: site.role });
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
