import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { addEvents, tamper } from '../audit/testing/history.ts';
import type { Account, Person } from '../testing/people.ts';
import { createWorld } from '../testing/world.ts';
import type { World } from '../testing/world.ts';
import { runIn } from './testing/run-in.ts';

const secret = 'a-secret-for-tests-with-32-characters-or-more';
const directory = mkdtempSync(join(tmpdir(), 'keyholder-cli-'));

let world: World;
let sarah: Person;
let agency: Account;
let studio: Account;
beforeAll(async () => {
  world = await createWorld(inject('testServer'), { secret });
  sarah = await world.person('Sarah Chen');
  agency = await world.account(sarah, 'Bright Lines');
  studio = await world.account(sarah, 'Studio Two');
  for (const account of [agency, studio]) await addEvents(world, account, sarah, 10);
});
afterAll(async () => {
  rmSync(directory, { recursive: true, force: true });
  await world.stop();
});

const keyholder = (args: string, settings: Record<string, string> = {}) =>
  runIn({ DATABASE_URL: world.databaseUrl, KEYHOLDER_SECRET: secret, ...settings }, args.split(' '));

describe('keyholder audit verify', () => {
  it('says of every account that its chain is intact [R42]', async () => {
    expect(await keyholder('audit verify')).toEqual({
      exit: 0,
      out: 'bright-lines: 12 events, chain intact\nstudio-two: 12 events, chain intact\n',
      err: '',
    });
  });

  it('names the first bad or missing event and ends with 1 [R42]', async () => {
    await tamper(world, `delete from audit_event where account_id = '${studio.id}' and seq = 4`);
    expect(await keyholder('audit verify')).toMatchObject({
      exit: 1,
      out: 'bright-lines: 12 events, chain intact\nstudio-two: 11 events, BROKEN: event 4 is missing\n',
    });
    expect(await keyholder('audit verify --account bright-lines')).toMatchObject({ exit: 0 });
    await tamper(world, `update audit_event set reason = 'x' where account_id = '${studio.id}' and seq = 2`);
    const { exit, out } = await keyholder('audit verify --account studio-two');
    expect(exit).toBe(1);
    expect(out).toMatch(
      /^studio-two: 11 events, BROKEN: event 2 is not what was written \(id [0-9a-f-]{36}\)\n$/,
    );
  });

  it('checks an exported file without any database [R42]', async () => {
    const file = join(directory, 'log.ndjson');
    const { exit, out } = await keyholder('audit export --account bright-lines');
    expect(exit).toBe(0);
    writeFileSync(file, out);
    const alone = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
    expect(await keyholder(`audit verify ${file}`, alone)).toMatchObject({
      exit: 0,
      out: `${file}: 12 events, chain intact\n`,
    });
    writeFileSync(file, out.replace('"Agency 3"', '"Agency X"'));
    const bad = await keyholder(`audit verify ${file}`, alone);
    expect(bad).toMatchObject({ exit: 1, out: expect.stringContaining('BROKEN: event') });
    const other = { KEYHOLDER_SECRET: 'another-secret-for-tests-with-32-characters' };
    expect(await keyholder(`audit verify ${file}`, other)).toMatchObject({
      exit: 1,
      out: expect.stringContaining('BROKEN: event 1 is not what was written'),
    });
  });
});

describe('keyholder audit head [R42, A-085]', () => {
  const headOf = async (slug: string) =>
    (await keyholder(`audit head --account ${slug}`)).out.trim().split(' ')[1]!;

  it('prints how far each log reaches, and an account that was set back is found by it', async () => {
    const { exit, out } = await keyholder('audit head');
    expect(exit).toBe(0);
    expect(out).toMatch(/^bright-lines 12:[0-9a-f]{64}\nstudio-two 12:[0-9a-f]{64}\n$/);
    const third = await world.account(sarah, 'Studio Three');
    const before = await headOf('studio-three');
    await sarah.patch(`/api/v1/accounts/${third.id}`, { name: 'Studio Four' });
    const after = await headOf('studio-three');
    expect(await keyholder(`audit verify --account studio-three --head ${before}`)).toMatchObject({
      exit: 0,
    });
    expect(await keyholder(`audit verify --account studio-three --head ${after}`)).toMatchObject({ exit: 0 });
    const [seq, mac] = before.split(':');
    await tamper(
      world,
      `delete from audit_event where account_id = '${third.id}' and seq > ${seq}`,
      `update audit_head set seq = ${seq}, mac = '\\x${mac}' where account_id = '${third.id}'`,
    );
    expect(await keyholder('audit verify --account studio-three')).toMatchObject({ exit: 0 });
    expect(await keyholder(`audit verify --account studio-three --head ${after}`)).toMatchObject({
      exit: 1,
      out: 'studio-three: 2 events, BROKEN: event 3 is missing\n',
    });
  });

  it('is held against an exported file as well', async () => {
    const file = join(directory, 'short.ndjson');
    const lines = (await keyholder('audit export --account bright-lines')).out.split('\n');
    writeFileSync(file, lines.slice(0, 10).join('\n'));
    expect(await keyholder(`audit verify ${file}`)).toMatchObject({ exit: 0 });
    expect(await keyholder(`audit verify --head ${await headOf('bright-lines')} ${file}`)).toMatchObject({
      exit: 1,
      out: `${file}: 10 events, BROKEN: event 11 is missing\n`,
    });
    const other = await headOf('studio-two');
    writeFileSync(file, lines.join('\n'));
    expect(await keyholder(`audit verify --head ${other} ${file}`)).toMatchObject({ exit: 1 });
  });

  it('says where a head was taken away', async () => {
    const gone = await world.account(sarah, 'Studio Gone');
    await tamper(world, `delete from audit_head where account_id = '${gone.id}'`);
    expect(await keyholder('audit head --account studio-gone')).toMatchObject({ exit: 1 });
    expect(await keyholder('audit verify --account studio-gone')).toMatchObject({
      exit: 1,
      out: expect.stringContaining('events from 3 on may be missing'),
    });
  });
});

describe('keyholder', () => {
  it.each([
    '',
    'audit verify',
    'audit head',
    'audit export',
    'members list',
    'invitations resend-expired',
    'admin create-owner',
  ])('explains itself: %s --help', async (command) => {
    const { exit, out, err } = await keyholder(`${command} --help`.trim());
    expect([exit, err]).toEqual([0, '']);
    expect(out).toContain(`pnpm keyholder ${command}`.trim());
  });

  it.each([
    '',
    'audit',
    'audit repair',
    'audit verify a b',
    'audit verify --selection',
    'audit export --format xml',
    'audit verify --account bright-lines log.ndjson',
    'audit verify --loud',
    'audit verify --account nobody',
    'audit verify no-such-file.ndjson',
    'audit export',
    'audit head x',
    'audit verify --head 1:00',
    'audit verify --account bright-lines --head 1:00',
    'audit verify --selection --head 1:00 log.ndjson',
    'members list',
    'members list --account bright-lines --json --csv',
    'invitations resend-expired',
    'invitations resend-expired --account bright-lines --site nowhere',
    'admin create-owner --email sarah@people.example --name Sarah',
    'admin create-owner --email sarah@people.example --name Sarah --account Third --password secret',
  ])('ends with 2 and says why: %s', async (args) => {
    const { exit, out, err } = await keyholder(args);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).not.toBe('');
  });

  it('is told which line of a file is no event', async () => {
    const file = join(directory, 'other.ndjson');
    writeFileSync(file, '{"a":1}\n');
    expect(await keyholder(`audit verify ${file}`)).toMatchObject({
      exit: 2,
      err: 'Line 1 is not an event of an NDJSON export of the audit log.',
    });
  });

  it('takes an empty file for no log at all', async () => {
    const file = join(directory, 'emptied.ndjson');
    writeFileSync(file, '');
    expect(await keyholder(`audit verify ${file}`)).toMatchObject({
      exit: 2,
      err: `${file} holds no event.`,
    });
  });

  it('makes neither a database nor a secret where there is none', async () => {
    const empty = join(directory, 'empty');
    const settings = { DATABASE_URL: '', DATA_DIR: empty };
    expect(await keyholder('audit verify', settings)).toMatchObject({
      exit: 2,
      err: expect.stringContaining('holds no database of Keyholder'),
    });
    expect(await keyholder('audit verify', { ...settings, KEYHOLDER_SECRET: '' })).toMatchObject({
      exit: 2,
      err: expect.stringContaining('KEYHOLDER_SECRET should be the one that Keyholder runs with'),
    });
    expect(existsSync(empty) ? readdirSync(empty) : []).toEqual([]);
  });
});
