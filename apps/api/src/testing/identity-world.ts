import { connect } from '@keyholder/db';
import type { Database } from '@keyholder/db';
import { cloneDatabase } from '@keyholder/db/testing';
import type { TestServer } from '@keyholder/db/testing';
import type { EmailAddress, UserId } from '@keyholder/domain';
import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { readBody } from '../http/body.ts';
import { clientAddress } from '../http/client-address.ts';
import { createLimits } from '../http/limits.ts';
import type { Base } from '../http/context.ts';
import { sameOriginOnly } from '../http/origin.ts';
import { notFound, problemFromError } from '../http/problem.ts';
import { createLog } from '../log.ts';
import { createIdentity } from '../identity/identity.ts';
import type { Identity } from '../identity/identity.ts';
import { createPasswords } from '../identity/passwords.ts';
import type { Passwords } from '../identity/passwords.ts';

export const PASSWORD = 'correct horse battery';

export interface Reply {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly setCookie: readonly string[];
  /** For the next request. */
  readonly cookie: string | undefined;
}

interface Sending {
  readonly cookie?: string | undefined;
  readonly from?: string;
  readonly headers?: Record<string, string>;
}

export interface IdentityWorld {
  /** Of the role that owns the tables. */
  readonly ownerUrl: string;
  readonly database: Database;
  readonly identity: Identity;
  /** Ids of the mails that have a job. */
  readonly jobs: readonly string[];
  readonly logged: () => string;
  post(path: string, body: unknown, sending?: Sending): Promise<Reply>;
  send(method: string, path: string, sending?: Sending): Promise<Reply>;
  mails(recipient: string): Promise<readonly { kind: string; ref: UserId; state: string }[]>;
  verificationToken(email: string): Promise<string>;
  resetToken(email: string): Promise<string>;
  userId(email: string): Promise<UserId>;
  /** A verified person with PASSWORD; answers their cookie. */
  join(email: string): Promise<string>;
  close(): Promise<void>;
}

/** Real hashes at next to no cost. */
export const cheapPasswords = () =>
  createPasswords({ waiting: 1_000, cost: { memoryCost: 64, timeCost: 1, parallelism: 1 } });

export const COOKIE_SECRET = 'a secret of the tests, long enough for the library 0123456789';

/** The identity routes on a database of their own, behind the middlewares of the real app. */
export async function createIdentityWorld(
  server: TestServer,
  {
    secure = false,
    passwords = cheapPasswords(),
    clock,
  }: { readonly secure?: boolean; readonly passwords?: Passwords; readonly clock?: () => Date } = {},
): Promise<IdentityWorld> {
  const clone = await cloneDatabase(server);
  const database = connect({ url: clone.url, applicationName: 'test', role: 'keyholder_app' });
  const lines: string[] = [];
  const log = createLog('debug', { write: (line: string) => void lines.push(line) });
  const appUrl = secure ? 'https://keyholder.example' : 'http://localhost:3000';
  const settings = {
    production: false,
    appUrl,
    secure,
    port: 3000,
    trustedProxies: 1,
    mailFrom: 'keyholder@localhost',
  };
  const limits = createLimits({ database, production: false });
  const jobs: string[] = [];
  const identity = createIdentity({
    ...{ settings, database, limits, log },
    secret: COOKIE_SECRET,
    factorKeys: { totpSecrets: randomBytes(32), recoveryCodes: randomBytes(32) },
    enqueueMails: async (_tx, ids) => void jobs.push(...ids),
    passwords,
    ...(clock ? { clock } : {}),
  });
  const app = new Hono<Base>();
  app.use(async (c, next) => {
    c.set('requestId', 'test');
    c.set('clientAddress', clientAddress(c.req.raw.headers, undefined, settings.trustedProxies));
    await next();
  });
  app.use(sameOriginOnly(settings), readBody);
  app.route('/', identity.routes).onError(problemFromError(log)).notFound(notFound);

  const request = async (
    method: string,
    path: string,
    { cookie, from, headers = {} }: Sending,
    body?: string,
  ): Promise<Reply> => {
    const response = await app.request(path, {
      method,
      headers: {
        origin: appUrl,
        'content-type': 'application/json',
        ...(cookie ? { cookie } : {}),
        ...(from ? { 'x-forwarded-for': from } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    });
    const setCookie = response.headers.getSetCookie();
    return {
      status: response.status,
      body: (await response.json()) as Record<string, unknown>,
      setCookie,
      cookie: setCookie[0]?.split(';')[0],
    };
  };
  const userId = async (email: string) => {
    const [found] = await database.sql<{ id: UserId }[]>`select id from "user" where email = ${email}`;
    if (!found) throw new Error(`nobody is ${email}`);
    return found.id;
  };
  const tokenIn = (link: string | null) => link?.split('#')[1] ?? '';
  const world: IdentityWorld = {
    ...{ database, identity, jobs, userId, ownerUrl: clone.url },
    logged: () => lines.join(''),
    post: (path, body, sending = {}) =>
      request('POST', `/api/auth/${path}`, sending, typeof body === 'string' ? body : JSON.stringify(body)),
    send: (method, path, sending = {}) => request(method, path, sending, method === 'GET' ? undefined : '{}'),
    mails: (recipient) =>
      database.sql<
        { kind: string; ref: UserId; state: string }[]
      >`select kind, ref, state from mail where recipient = ${recipient as EmailAddress} order by id`,
    verificationToken: async (email) => tokenIn(await identity.verificationLink(await userId(email))),
    resetToken: async (email) => tokenIn(await identity.resetLink(await userId(email))),
    async join(email) {
      await world.post('sign-up/email', { name: 'Somebody', email, password: PASSWORD });
      const { cookie } = await world.post('verify-email', { token: await world.verificationToken(email) });
      if (!cookie) throw new Error(`${email} could not join`);
      return cookie;
    },
    async close() {
      await database.close();
      await clone.drop();
    },
  };
  return world;
}
