import { createHash, randomBytes } from 'node:crypto';
import { newId } from '@keyholder/db';
import { accountMember, session, siteMember, user } from '@keyholder/db/schema';
import { canonicalEmail } from '@keyholder/domain';
import type { AccountId, AccountRole, EmailAddress, SiteId, SiteRole, UserId } from '@keyholder/domain';
import { createSessionCookie } from '../identity/session-cookie.ts';
import type { Keys } from '../secret.ts';
import type { Wired } from '../wire.ts';

/** Somebody who calls the API: a signed-in person, or nobody. */
export interface Caller {
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  patch(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  put(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  delete(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** The same person, calling another API process. */
  at(other: Pick<Wired, 'app'>): Caller;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // The answers of many routes: each test states what it expects of its own.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
}

export interface Person extends Caller {
  readonly id: UserId;
  readonly name: string;
  readonly email: EmailAddress;
  readonly cookie: string;
}

export interface Account {
  readonly id: AccountId;
  readonly slug: string;
  readonly name: string;
}

export interface Site {
  readonly id: SiteId;
  readonly slug: string;
  readonly name: string;
}

/** People, accounts and sites for tests. What only sets the scene goes straight to the tables; commands go over HTTP. */
export interface People {
  readonly nobody: Caller;
  /** A verified, signed-in person; the address is made from the name unless given. */
  person(name: string, email?: string): Promise<Person>;
  /** An account made by `owner` over HTTP. */
  account(owner: Person, name: string): Promise<Account>;
  /** A site made by `by` over HTTP; `by` becomes its Owner. */
  site(by: Person, account: Account, name: string): Promise<Site>;
  /** Puts a person into an account, and on a site when one is named. */
  enroll(who: Person, account: Account, role: AccountRole): Promise<Person>;
  /** Puts a person on a site, as a collaborator of its account unless they have an account role already. */
  place(who: Person, account: Account, site: Site, role: SiteRole, accessUntil?: Date): Promise<Person>;
}

export function createPeople(wired: Wired, keys: Keys, appUrl: string): People {
  const { database } = wired.deps;
  const cookies = createSessionCookie(keys.library, appUrl.startsWith('https:'));
  const nobody = callerOf(wired.app, appUrl, null);
  const now = () => new Date(Date.now());
  return {
    nobody,
    async person(name, email = `${name.toLowerCase().replace(/[^a-z0-9]+/g, '.')}@people.example`) {
      const id = newId<UserId>();
      const address = canonicalEmail(email)!;
      const token = randomBytes(24).toString('base64url');
      const at = now();
      await database.orm
        .insert(user)
        .values({ id, name, email: address, emailVerified: true, createdAt: at, updatedAt: at });
      await database.orm.insert(session).values({
        id: newId(),
        token,
        userId: id,
        expiresAt: new Date(at.getTime() + 86_400_000),
        createdAt: at,
        updatedAt: at,
      });
      const cookie = cookies.write(token).split(';')[0]!;
      return { id, name, email: address, cookie, ...callerOf(wired.app, appUrl, cookie) };
    },
    async account(owner, name) {
      const answer = await owner.post('/api/v1/accounts', { name });
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
      return { id: answer.body.id, slug: answer.body.slug, name };
    },
    async site(by, account, name) {
      const domain = `${createHash('sha256').update(name).digest('hex').slice(0, 8)}.example`;
      const answer = await by.post(`/api/v1/accounts/${account.id}/sites`, { name, domain });
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
      return { id: answer.body.id, slug: answer.body.slug, name };
    },
    async enroll(who, account, role) {
      await database.orm
        .insert(accountMember)
        .values({ accountId: account.id, userId: who.id, role, joinedAt: now() });
      return who;
    },
    async place(who, account, site, role, accessUntil) {
      const at = now();
      await database.orm
        .insert(accountMember)
        .values({ accountId: account.id, userId: who.id, role: 'collaborator', joinedAt: at })
        .onConflictDoNothing();
      await database.orm.insert(siteMember).values({
        ...{ accountId: account.id, siteId: site.id, userId: who.id, role, joinedAt: at, changedAt: at },
        ...{ source: 'assigned' as const, accessUntil: accessUntil ?? null },
      });
      return who;
    },
  };
}

function callerOf(app: Wired['app'], appUrl: string, cookie: string | null): Caller {
  const call = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const response = await app.request(`${appUrl}${path}`, {
      method,
      headers: {
        ...(cookie ? { cookie } : {}),
        ...(method === 'GET' ? {} : { origin: appUrl, 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = /[/+]json\b/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      body: isJson && text !== '' ? JSON.parse(text) : text,
    };
  };
  return {
    get: (path, headers) => call('GET', path, undefined, headers),
    post: (path, body, headers) => call('POST', path, body, headers),
    patch: (path, body, headers) => call('PATCH', path, body, headers),
    put: (path, body, headers) => call('PUT', path, body, headers),
    delete: (path, body, headers) => call('DELETE', path, body, headers),
    at: (other) => callerOf(other.app, appUrl, cookie),
  };
}
