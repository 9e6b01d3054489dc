import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { HOUR, ageInvitation } from '../testing/clock.ts';
import { brokenInvariants } from '../testing/invariants.ts';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';
import { runIn } from './testing/run-in.ts';

const secret = 'a-secret-for-tests-with-32-characters-or-more';
const PASSWORD = 'lantern otter 42 quilt';
let s: Setting;
beforeAll(async () => {
  s = await createSetting(inject('testServer'), { secret });
});
afterAll(async () => {
  expect(await brokenInvariants(s.world)).toEqual([]);
  await s.world.stop();
});

const settings = () => ({ DATABASE_URL: s.world.databaseUrl, KEYHOLDER_SECRET: secret });
const keyholder = (args: readonly string[], typed: string | null = null) => runIn(settings(), args, typed);
const rows = (query: ReturnType<typeof sql>) =>
  s.world.deps.database.orm.execute<Record<string, unknown>>(query);

describe('keyholder members list', () => {
  const list = (...more: string[]) => keyholder(['members', 'list', '--account', s.agency.slug, ...more]);

  it('lists everybody by name, with their role in the account and on each site', async () => {
    const { exit, out } = await list();
    expect(exit).toBe(0);
    expect(out.split('\n')).toEqual([
      `${s.siteOwner.email}\tAmara Okafor\tmember\t${s.site.slug}:owner`,
      `${s.admin.email}\tPriya Nair\tadmin`,
      `${s.sarah.email}\tSarah Chen\towner`,
      `${s.platformAdmin.email}\tWei Zhang\tcollaborator\t${s.site.slug}:platform_admin`,
      '',
    ]);
  });

  it('gives programs what the API gives', async () => {
    const people = JSON.parse((await list('--json')).out);
    const { body } = await s.sarah.get(`/api/v1/accounts/${s.agency.id}/members?sort=name`);
    expect(people).toMatchObject(
      body.items.map(({ user, role, joinedAt }: Record<string, unknown>) => ({ user, role, joinedAt })),
    );
    expect(people[0].sites).toMatchObject([{ role: 'owner', accessUntil: null }]);
  });

  it('writes the file that the Dashboard exports', async () => {
    const { body } = await s.sarah.get(`/api/v1/accounts/${s.agency.id}/members.csv?sort=name`);
    expect((await list('--csv')).out.replace(/^\uFEFF/, '')).toBe(String(body).replace(/^\uFEFF/, ''));
  });
});

it('ends in order when whoever reads has read enough', async () => {
  const args = [join(import.meta.dirname, '../cli.ts'), 'members', 'list', '--account', s.agency.slug];
  const run = spawn(process.execPath, args, { env: { PATH: process.env['PATH'] ?? '', ...settings() } });
  let complaint = '';
  run.stderr.on('data', (part: Buffer) => (complaint += part.toString()));
  run.stdout.destroy();
  const [code] = (await once(run, 'close')) as [number | null];
  expect([code, complaint]).toEqual([0, '']);
});

describe('keyholder invitations resend-expired', () => {
  const path = () => `/api/v1/sites/${s.site.id}/invitations`;
  async function expired(by: typeof s.sarah, email: string, at = path(), role = 'developer') {
    const { status, body } = await by.post(at, { email, role });
    expect(status).toBe(201);
    await ageInvitation(s.world, body.id, 8 * 24 * HOUR);
    return String(body.id);
  }

  it('sends fresh links by Keyholder itself, where the inviter still could; the rest is named [R15, R23, R41]', async () => {
    const lena = await s.world.place(await s.world.person('Lena Park'), s.agency, s.site, 'platform_admin');
    const [mine, theirs] = [
      await expired(s.siteOwner, 'one@people.example'),
      await expired(lena, 'two@people.example'),
    ];
    const account = await expired(
      s.sarah,
      'three@people.example',
      `/api/v1/accounts/${s.agency.id}/invitations`,
      'viewer',
    );
    // Their rights ended a moment ago: the job that withdraws what they sent has not come by yet.
    await rows(
      sql`update site_member set access_until = clock_timestamp() - interval '1 second' where user_id = ${lena.id}`,
    );
    const answer = await keyholder(['invitations', 'resend-expired', '--account', s.agency.slug]);
    expect(answer).toEqual({
      exit: 1,
      out: [
        `three@people.example\t${s.agency.name}\tsent`,
        `one@people.example\t${s.site.name}\tsent`,
        `two@people.example\t${s.site.name}\tpermission.denied`,
        '2 sent, 1 refused',
        '',
      ].join('\n'),
      err: '',
    });
    for (const [id, open] of [
      [mine, true],
      [account, true],
      [theirs, false],
    ] as const)
      expect(await rows(sql`select expires_at > now() as open from invitation where id = ${id}`)).toEqual([
        { open },
      ]);
    expect(
      await rows(
        sql`select actor_kind, actor_id from audit_event where target_id = ${mine} and action = 'invitation.resent'`,
      ),
    ).toEqual([{ actor_kind: 'system', actor_id: null }]);
    expect((await s.world.inbox.newest('one@people.example', 'New link')).replyTo).toMatchObject({
      address: s.siteOwner.email,
    });
  });

  it('takes one site, and has nothing to do a second time', async () => {
    const again = await keyholder([
      'invitations',
      'resend-expired',
      '--account',
      s.agency.slug,
      '--site',
      s.site.slug,
    ]);
    expect(again.out).toContain('0 sent, 1 refused');
  });
});

describe('keyholder admin create-owner', () => {
  const create = (email: string, typed: string | null, ...more: string[]) =>
    keyholder(
      ['admin', 'create-owner', '--email', email, '--name', 'Nora Quist', '--account', 'New Agency', ...more],
      typed,
    );

  it('makes a person who signs in and owns an account [R1]', async () => {
    const { exit, out } = await create(' Nora@Agency.example ', PASSWORD);
    expect([exit, out]).toEqual([0, 'Nora Quist owns New Agency: http://localhost:3000/new-agency\n']);
    const signedIn = await s.world.nobody.post('/api/auth/sign-in/email', {
      ...{ email: 'nora@agency.example', password: PASSWORD },
    });
    expect(signedIn.status).toBe(200);
    const [account] = await rows(sql`
      select m.role, u.email_verified, e.actor_kind from account a join account_member m on m.account_id = a.id
      join "user" u on u.id = m.user_id join audit_event e on e.account_id = a.id and e.action = 'account.created'
      where a.slug = 'new-agency'`);
    expect(account).toEqual({ role: 'owner', email_verified: true, actor_kind: 'system' });
    expect(JSON.stringify(await rows(sql`select * from audit_event`))).not.toContain(PASSWORD);
  });

  it('makes nothing for an address that somebody has, so a second run changes nothing', async () => {
    const before = await rows(sql`select count(*) from account`);
    const { exit, out, err } = await create('nora@agency.example', PASSWORD);
    expect([exit, out]).toEqual([2, '']);
    expect(err).toBe('nora@agency.example belongs to somebody already; nothing was made.');
    expect(await rows(sql`select count(*) from account`)).toEqual(before);
  });

  it.each([
    ['no-address', PASSWORD, '--email should be a mail address.'],
    ['short@agency.example', 'short', 'Use at least 12 characters.'],
    ['common@agency.example', 'password1234', 'Many people use this password. Choose one of your own.'],
    ['none@agency.example', null, 'Give a password on standard input, or use --mail-link.'],
  ])('refuses %s with %s', async (email, typed, expected) => {
    expect(await create(email, typed)).toEqual({ exit: 2, out: '', err: expected });
    expect(await rows(sql`select 1 from "user" where email = ${email}`)).toEqual([]);
  });

  it('lets the person choose the password by a mailed link', async () => {
    expect((await create('link@agency.example', null, '--mail-link')).exit).toBe(0);
    const { text } = await s.world.inbox.newest('link@agency.example');
    const token = /\/reset-password#(\S+)/.exec(text)![1]!;
    expect(
      (await s.world.nobody.post('/api/auth/reset-password', { token, newPassword: PASSWORD })).status,
    ).toBe(200);
    const signedIn = { email: 'link@agency.example', password: PASSWORD };
    expect((await s.world.nobody.post('/api/auth/sign-in/email', signedIn)).status).toBe(200);
  });

  it('reads the password from standard input when it runs as a program', async () => {
    const args = [
      'admin',
      'create-owner',
      '--email',
      'pipe@agency.example',
      '--name',
      'Pipe',
      '--account',
      'Pipes',
    ];
    const run = spawnSync(process.execPath, [join(import.meta.dirname, '../cli.ts'), ...args], {
      ...{ input: `${PASSWORD}\n`, encoding: 'utf8', timeout: 50_000 },
      env: { PATH: process.env['PATH'] ?? '', ...settings() },
    });
    expect([run.status, run.stdout]).toEqual([0, 'Pipe owns Pipes: http://localhost:3000/pipes\n']);
    const signedIn = { email: 'pipe@agency.example', password: PASSWORD };
    expect((await s.world.nobody.post('/api/auth/sign-in/email', signedIn)).status).toBe(200);
  });
});
