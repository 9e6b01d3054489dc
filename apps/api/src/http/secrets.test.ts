import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createLog } from '../log.ts';
import { createWorld } from '../testing/world.ts';
import type { World } from '../testing/world.ts';
import { createCanaries, getWith } from './testing/canaries.ts';
import type { Canaries } from './testing/canaries.ts';
import { mainFlows } from './testing/main-flows.ts';

// The main flows with canaries, then a search in everything that stays: log, tables, jobs, answers (A-029, A-030, A-032).

let world: World;
let owner: postgres.Sql;
let canaries: Canaries;
const logged: string[] = [];

beforeAll(async () => {
  world = await createWorld(inject('testServer'), {
    log: createLog('debug', { write: (line: string) => void logged.push(line) }),
  });
  owner = postgres(world.databaseUrl, { max: 1, onnotice: () => {} });
  canaries = createCanaries(world);
  await mainFlows(world, canaries, owner);
});
afterAll(async () => {
  await owner.end();
  await world.stop();
});

/** All ways in which a text may be written down. */
const written = (text: string): string[] => {
  const bytes = Buffer.from(text);
  return [
    text,
    encodeURIComponent(text),
    bytes.toString('base64'),
    bytes.toString('base64url'),
    bytes.toString('hex'),
  ];
};
const found = (secrets: readonly string[], text: string): string[] =>
  secrets.filter((secret) => written(secret).some((form) => text.includes(form)));

const passwords = () => Object.values(canaries.passwords);
/** The signed value is what opens; the token in front of the signature opens nothing, as the last test shows. */
const signatures = () =>
  canaries.cookies.filter(Boolean).map((cookie) => cookie.slice(cookie.lastIndexOf('.') + 1));

async function nonces(): Promise<string[]> {
  const rows = await owner<{ nonce: Buffer }[]>`select nonce from invitation_send`;
  return rows.flatMap(({ nonce }) => [
    nonce.toString('hex'),
    nonce.toString('base64url'),
    nonce.toString('base64'),
  ]);
}

interface Table {
  readonly name: string;
  readonly rows: string;
}
async function dump(): Promise<Table[]> {
  const tables = await owner<{ schema: string; name: string }[]>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_schema in ('public', 'pgboss', 'drizzle') and table_type = 'BASE TABLE'`;
  const dumped: Table[] = [];
  for (const { schema, name } of tables) {
    const rows = await owner<
      { row: string }[]
    >`select to_jsonb(t)::text as row from ${owner(schema)}.${owner(name)} t`;
    dumped.push({ name, rows: rows.map(({ row }) => row).join('\n') });
  }
  return dumped;
}

describe('after everything that people do', () => {
  it('there are canaries to look for', async () => {
    expect(new Set(canaries.tokens).size).toBeGreaterThanOrEqual(6);
    expect(signatures().length).toBeGreaterThanOrEqual(3);
    expect((await nonces()).length).toBeGreaterThanOrEqual(9);
    expect(logged.join('')).toContain('unexpected error');
    expect(logged.join('')).toContain('audit event not written');
  });

  it('no table, job or stored answer holds a password, a link or a cookie [A-029]', async () => {
    const tables = await dump();
    expect(tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['session', 'job', 'idempotency', 'mail', 'audit_event']),
    );
    for (const { name, rows } of tables)
      expect([name, found([...passwords(), ...canaries.tokens, ...signatures()], rows)]).toEqual([name, []]);
    const secret = await nonces();
    for (const { name, rows } of tables.filter((table) => table.name !== 'invitation_send'))
      expect([name, secret.filter((nonce) => rows.includes(nonce))]).toEqual([name, []]);
  });

  it('the log, errors included, holds none of them, and nobody’s address [A-030]', async () => {
    const log = logged.join('');
    expect(
      found([...passwords(), ...canaries.tokens, ...signatures(), ...canaries.cookies.filter(Boolean)], log),
    ).toEqual([]);
    expect((await nonces()).filter((nonce) => log.includes(nonce))).toEqual([]);
    expect(log).not.toMatch(/canary@|@people\.example|people%2eexample/i);
    for (const line of logged) expect(() => JSON.parse(line)).not.toThrow();
  });

  it('no answer held a token, nonce or password, and the reference names none [A-032]', async () => {
    const all = canaries.answered.join('\n');
    expect(found([...passwords(), ...canaries.tokens, ...signatures()], all)).toEqual([]);
    expect((await nonces()).filter((nonce) => all.includes(nonce))).toEqual([]);
    const reference = JSON.stringify((await world.nobody.get('/api/openapi.json')).body);
    expect(reference).not.toMatch(/nonce|canary|\$argon2/);
  });

  it('the session token of a dump opens nothing, as cookie or as Bearer [A-029]', async () => {
    const sessions = await owner<{ token: string }[]>`select token from session where expires_at > now()`;
    expect(sessions.length).toBeGreaterThan(0);
    for (const { token } of sessions)
      for (const headers of [
        { cookie: `keyholder=${token}` },
        { cookie: `keyholder=${token}.` },
        { cookie: `keyholder=${encodeURIComponent(`${token}.${Buffer.alloc(32).toString('base64')}`)}` },
        { cookie: `better-auth.session_token=${token}; __Host-keyholder=${token}` },
        { authorization: `Bearer ${token}` },
        { authorization: `Bearer kh_${token}` },
        { 'x-session-token': token },
      ] as Record<string, string>[])
        expect((await getWith(world, '/api/v1/me', headers)).status).toBe(401);
  });
});
