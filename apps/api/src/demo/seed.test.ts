import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cloneDatabase } from '@keyholder/db/testing';
import type { TestDatabase } from '@keyholder/db/testing';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { createLog } from '../log.ts';
import { createMailboxMailer, openMailbox } from '../mail/mailbox.ts';
import { deriveKeys } from '../secret.ts';
import type { Keys } from '../secret.ts';
import { APP_URL } from '../testing/world.ts';
import { wire } from '../wire.ts';
import type { Wired } from '../wire.ts';
import { seedDemo } from './seed.ts';

const folder = mkdtempSync(join(tmpdir(), 'keyholder-demo-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ends: (() => Promise<unknown>)[] = [];
async function endAll(): Promise<void> {
  for (const end of ends.splice(0).toReversed()) await end();
}

async function database(): Promise<TestDatabase> {
  const made = await cloneDatabase(inject('testServer'));
  ends.push(made.drop);
  return made;
}

async function start(url: string, keys: Keys, { production = false, mails = true } = {}): Promise<Wired> {
  const mailbox = openMailbox(folder);
  const wired = await wire({
    settings: {
      ...{ production, appUrl: APP_URL, secure: false, port: 3000, trustedProxies: 0 },
      mailFrom: 'keyholder@keyholder.example',
    },
    ...{ databaseUrl: url, keys, mailbox: mails ? mailbox : null, pool: 3 },
    mailer: createMailboxMailer(mailbox, () => new Date()),
    log: createLog('error'),
  });
  ends.push(() => wired.stop(1_000));
  return wired;
}

const newKeys = () => deriveKeys(randomBytes(32).toString('hex'));
const silent = () => {};
const people = async ({ deps }: Wired) =>
  Number((await deps.database.sql`select count(*) from "user"`)[0]!['count']);

async function signIn({ app }: Wired, email: string, password: string): Promise<Response> {
  return app.request(`${APP_URL}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { origin: APP_URL, 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
}

describe('the demo', () => {
  let wired: Wired;
  let logins: Awaited<ReturnType<typeof seedDemo>>;
  let get: (path: string) => Promise<any>; // oxlint-disable-line typescript/no-explicit-any

  beforeAll(async () => {
    wired = await start((await database()).url, newKeys());
    logins = await seedDemo(wired.deps, silent);
    const owner = await signIn(wired, logins[0]!.email, logins[0]!.password);
    const cookie = owner.headers.getSetCookie()[0]!.split(';')[0]!;
    get = async (path) => (await wired.app.request(APP_URL + path, { headers: { cookie } })).json();
  });
  afterAll(endAll);

  it('answers logins that work', async () => {
    for (const { email, password } of logins) {
      expect(password.length).toBeGreaterThanOrEqual(16);
      expect((await signIn(wired, email, password)).status).toBe(200);
    }
    expect(logins).toHaveLength(3);
  });

  it('is one agency with 14 sites and 38 people, and a second account', async () => {
    const agency = await get('/api/v1/accounts/bright-lines-agency');
    expect(agency).toMatchObject({
      name: 'Bright Lines Agency',
      role: 'owner',
      counts: { sites: 14, people: 38 },
    });
    expect((await get('/api/v1/me')).accounts).toHaveLength(2);
  });

  it('has people in every state that needs a decision', async () => {
    const { items } = await get('/api/v1/accounts/bright-lines-agency/members?limit=100');
    const flagged = (flag: string) =>
      items.filter((one: { flags: string[] }) => one.flags.includes(flag)).length;
    expect(flagged('inactive')).toBe(5);
    expect(flagged('never_active')).toBe(3);
    expect(flagged('powerful')).toBe(2);
    expect(flagged('access_ended')).toBe(1);
    expect(flagged('only_owner')).toBeGreaterThan(0);
    expect(new Set(items.map((one: { role: string }) => one.role))).toEqual(
      new Set(['owner', 'admin', 'member', 'viewer', 'collaborator']),
    );
  });

  it('has a site without an Owner and sites with a single one', async () => {
    const { items } = await get('/api/v1/accounts/bright-lines-agency/sites');
    const owners = items.map((one: { owners: unknown[] }) => one.owners.length);
    expect(owners.filter((count: number) => count === 0)).toHaveLength(1);
    expect(owners).toContain(1);
  });

  it('has something in every site that its people could have made, by several of them', async () => {
    const { items } = await get('/api/v1/accounts/bright-lines-agency/sites');
    const writers = new Set<string>();
    for (const { id } of items as { id: string }[]) {
      const pages = await get(`/api/v1/sites/${id}/pages`);
      expect([pages.total, (await get(`/api/v1/sites/${id}/posts`)).total]).toEqual([4, 2]);
      expect((await get(`/api/v1/sites/${id}/seo?missing=any`)).total).toBe(3);
      expect((await get(`/api/v1/sites/${id}/redirects`)).total).toBe(4);
      expect((await get(`/api/v1/sites/${id}/code`)).version).toBe(1);
      for (const page of pages.items) writers.add(page.updatedBy.name);
    }
    expect(items).toHaveLength(14);
    expect(writers.size).toBeGreaterThan(5);
  });

  it('has invitations in every state, one whose mail came back', async () => {
    const path = '/api/v1/accounts/bright-lines-agency/site-invitations';
    const { items } = await get(`${path}?limit=100`);
    expect(items.filter((one: { expired: boolean }) => one.expired)).toHaveLength(3);
    expect(items).toContainEqual(
      expect.objectContaining({
        email: 'mika@studio.example',
        sends: [expect.objectContaining({ delivery: 'failed', reason: 'no such mailbox' })],
      }),
    );
    for (const status of ['accepted', 'declined', 'revoked'])
      expect((await get(`${path}?status=${status}`)).total, status).toBeGreaterThan(0);
  });

  it('sends only the mails of invitations that are open, so that their links can be used', async () => {
    const kept = async () => wired.deps.mailbox!.list({ to: 'alex@yourteam.com' });
    await expect.poll(kept, { timeout: 10_000 }).toHaveLength(1);
    const token = /\/invitation#([\w.-]+)/.exec((await kept())[0]!.text)![1]!;
    const answer = await wired.app.request(`${APP_URL}/api/v1/invitations/lookup`, {
      method: 'POST',
      headers: { origin: APP_URL, 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    expect(await answer.json()).toMatchObject({ state: 'open', site: { name: 'Northwind Coffee' } });
    expect(await wired.deps.mailbox!.list({ to: 'mika@studio.example' })).toEqual([]);
  });

  it('tells its story in order: no event is older than the one before it', async () => {
    const [row] = await wired.deps.database.sql`
      select count(*) filter (where at < before) as backwards, count(*) as events
      from (select at, lag(at) over (partition by account_id order by seq) as before from audit_event) as story`;
    expect(row).toMatchObject({ backwards: '0' });
    expect(Number(row!['events'])).toBeGreaterThan(200);
  });
});

describe('seeding', () => {
  afterEach(endAll);

  it('happens once, however many processes start at the same time', async () => {
    const [{ url }, keys] = [await database(), newKeys()];
    const processes = await Promise.all([1, 2, 3].map(() => start(url, keys)));
    const all = await Promise.all(processes.map(({ deps }) => seedDemo(deps, silent)));
    expect(await people(processes[0]!)).toBe(40);
    expect(all.map((logins) => logins.length)).toEqual([3, 3, 3]);
    expect(await seedDemo(processes[0]!.deps, silent)).toEqual(all[0]);
    expect(await people(processes[0]!)).toBe(40);
  });

  it('leaves nothing behind when it is interrupted', async () => {
    const wired = await start((await database()).url, newKeys());
    const broken = { ...wired.deps, enqueueMails: () => Promise.reject(new Error('cut off')) };
    await expect(seedDemo(broken, silent)).rejects.toThrow('cut off');
    expect(await people(wired)).toBe(0);
    expect(await wired.deps.database.sql`select 1 from audit_event limit 1`).toHaveLength(0);
  });

  it('is refused where mails could leave, and in production', async () => {
    const { url } = await database();
    const said: string[] = [];
    for (const options of [{ mails: false }, { production: true }]) {
      const { deps } = await start(url, newKeys(), options);
      expect(await seedDemo(deps, (line) => said.push(line))).toEqual([]);
    }
    expect(said).toEqual([expect.stringContaining('SMTP_URL'), expect.stringContaining('production')]);
    expect(await people(await start(url, newKeys()))).toBe(0);
  });

  it('makes passwords that open no other installation, and forgets one that was changed', async () => {
    const { url } = await database();
    const wired = await start(url, newKeys());
    const [owner] = await seedDemo(wired.deps, silent);
    const other = await start(url, newKeys());
    expect(await seedDemo(other.deps, silent)).toEqual([]);
    const hash = await wired.deps.identity.hashPassword('a password of her own');
    await wired.deps.database.sql`
      update credential set password = ${hash} from "user" u where u.id = user_id and u.email = ${owner!.email}`;
    expect((await seedDemo(wired.deps, silent)).map(({ email }) => email)).not.toContain(owner!.email);
  });
});
