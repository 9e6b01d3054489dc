import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cloneDatabase } from '@keyholder/db/testing';
import type { TestDatabase } from '@keyholder/db/testing';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { freePort, runMain, speak } from './testing/process.ts';
import type { Running } from './testing/process.ts';

/** What a stop may take, from the signal to the exit code (security.md 1.14). */
const STOP_MS = 10_000;
const TEST_MS = 120_000;

const started: Running[] = [];
const run = (settings: Readonly<Record<string, string>>): Running => {
  const running = runMain(settings);
  started.push(running);
  return running;
};
afterEach(() => {
  for (const { child } of started.splice(0)) child.kill('SIGKILL');
});

const secret = 'a-secret-for-tests-with-32-characters-or-more';

/** A command that never arrives in full. */
const slowCommand = (port: string, cookie = '') =>
  speak(
    port,
    [
      'POST /api/v1/accounts HTTP/1.1',
      ...['host: x', `origin: http://localhost:${port}`, `cookie: ${cookie}`],
      ...['content-type: application/json', 'content-length: 99', '', '{"name":'],
    ].join('\r\n'),
  );

async function signIn({ url }: Running, port: string, email: string, password: string): Promise<string> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { origin: `http://localhost:${port}`, 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  expect(answer.status).toBe(200);
  return answer.headers.getSetCookie()[0]!.split(';')[0]!;
}

describe('a fresh start with DEMO=1', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'keyholder-main-'));
  // Where root runs this, the database's own user must get in, or it would put its files elsewhere.
  beforeAll(() => chmodSync(dataDir, 0o755));
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it(
    'is ended, tried again, used, stopped in order and started again without seeding twice [F-023, F-024, A-022]',
    async () => {
      const port = await freePort();
      const settings = { PORT: port, DATA_DIR: dataDir, DEMO: '1', LOG_LEVEL: 'silent' };

      const interrupted = run(settings);
      await interrupted.printed('Starting the embedded database');
      interrupted.child.kill('SIGTERM');
      expect(await interrupted.exit(STOP_MS)).toBe(0);

      const first = run(settings);
      await first.ready();
      await first.printed('Mails are kept at');
      const [, email, password] = /^ {2}(sarah@\S+) +(\S+)/m.exec(first.output())!;
      const cookie = await signIn(first, port, email!, password!);
      const sites = await fetch(`${first.url}/api/v1/accounts/bright-lines-agency/sites`, {
        headers: { cookie },
      });
      expect(await sites.json()).toMatchObject({ total: 14 });

      const second = run({ ...settings, DATA_DIR: join(dataDir, 'other') });
      expect(await second.exit(STOP_MS)).toBe(1);
      expect(second.output()).toBe(`PORT should be free, but ${port} is taken by another program.\n`);

      const stream = await fetch(`${first.url}/api/v1/accounts/bright-lines-agency/events`, {
        headers: { cookie },
      });
      const events = stream.text();
      const slow = slowCommand(port, cookie);
      first.child.kill('SIGTERM');
      expect(await first.exit(STOP_MS)).toBe(0);
      expect(await events).toContain('event: close');
      await slow.heard;

      const again = run(settings);
      await again.ready();
      await again.printed('Mails are kept at');
      expect(again.output()).not.toContain('Seeding');
      expect(again.output()).toContain(password);
      again.child.kill('SIGINT');
      expect(await again.exit(STOP_MS)).toBe(0);
    },
    TEST_MS,
  );
});

describe('a start that cannot work', () => {
  it.each([
    ['KEYHOLDER_SECRET', { NODE_ENV: 'production', SMTP_URL: 'smtp://127.0.0.1:1' }],
    ['SMTP_URL', { NODE_ENV: 'production', KEYHOLDER_SECRET: secret }],
    ['PORT', { PORT: 'eighty' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/none' }],
  ])('says in one line that %s is to be put right', async (variable, settings) => {
    const running = run({ PORT: await freePort(), ...settings });
    expect(await running.exit(30_000)).toBe(1);
    expect(running.output()).toMatch(new RegExp(`^${variable} should .+\\n$`));
    expect(running.output()).not.toContain('secret@');
  });
});

describe('in production', () => {
  let database: TestDatabase;
  let port: string;
  let settings: Record<string, string>;
  beforeAll(async () => {
    database = await cloneDatabase(inject('testServer'));
    port = await freePort();
    settings = {
      ...{ NODE_ENV: 'production', KEYHOLDER_SECRET: secret, SMTP_URL: 'smtp://127.0.0.1:1', DEMO: '1' },
      ...{ PORT: port, APP_URL: `http://localhost:${port}`, DATABASE_URL: database.url },
    };
  });
  afterAll(() => database.drop());

  it(
    'there is neither demo nor dev mailbox, and a stop fails /readyz before it closes the port [A-022, F-023]',
    async () => {
      const running = run(settings);
      await running.ready();
      expect((await fetch(`${running.url}/api/dev/mailbox`)).status).toBe(404);
      const sql = postgres(database.url, { max: 1 });
      expect(await sql`select 1 from "user"`).toHaveLength(0);
      await sql.end();

      // Clients that go elsewhere as soon as they are told to: none of their requests may fail.
      const client = async () => {
        while ((await fetch(`${running.url}/readyz`)).status === 200);
      };
      const clients = Promise.all(Array.from({ length: 20 }, client));
      // Whoever read the log goes away first.
      running.child.stdout!.destroy();
      running.child.stderr!.destroy();
      running.child.kill('SIGTERM');
      await clients;
      expect((await fetch(`${running.url}/livez`)).status).toBe(200);
      expect(await running.exit(STOP_MS)).toBe(0);
    },
    TEST_MS,
  );

  it(
    'a second signal ends it at once, whatever is under way [F-024]',
    async () => {
      const running = run(settings);
      await running.ready();
      const slow = slowCommand(port);
      running.child.kill('SIGTERM');
      await expect
        .poll(async () => (await fetch(`${running.url}/readyz`)).status, { interval: 20 })
        .toBe(503);
      running.child.kill('SIGTERM');
      expect(await running.exit(1_000)).toBe(1);
      await slow.heard;
    },
    TEST_MS,
  );
});
