import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { verifyFile, verifySelection } from '../cli/verify-file.ts';
import { createSetting } from '../testing/setting.ts';
import type { Setting } from '../testing/setting.ts';
import { addEvents } from './testing/history.ts';

const HOSTILE = ['=1+1', '-', '@SUM(A1)', '+1', '＝1+1', '"quoted", and more'];

let s: Setting;
let at: string;
const directory = mkdtempSync(join(tmpdir(), 'keyholder-export-'));
beforeAll(async () => {
  s = await createSetting(inject('testServer'));
  at = `/api/v1/accounts/${s.agency.id}/audit-events`;
  for (const name of HOSTILE) await s.world.site(s.sarah, s.agency, name);
  await addEvents(s.world, s.agency, s.sarah, 1_500);
});
afterAll(async () => {
  rmSync(directory, { recursive: true, force: true });
  await s.world.stop();
});

/** Reads RFC 4180 independently of what wrote it. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  for (const [whole, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    if (rows.length === 0 || whole.length === 0) rows.push([]);
    rows.at(-1)!.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

describe('the audit log as CSV', () => {
  it('is a file of what the filter shows, named after account, list and time [R43]', async () => {
    const answer = await s.sarah.get(`${at}.csv?action=site.created`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="bright-lines-agency-audit-log-\d{8}T\d{6}Z\.csv"$/,
    );
    const raw = await s.world.app.request(`http://localhost:3000${at}.csv?action=site.created`, {
      headers: { cookie: s.sarah.cookie },
    });
    expect([...new Uint8Array(await raw.arrayBuffer()).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head, ...lines] = readCsv(answer.body.replace('\ufeff', ''));
    expect(head?.slice(0, 6)).toEqual(['number', 'time', 'actor_kind', 'actor_id', 'actor', 'action']);
    expect(lines.length).toBe(HOSTILE.length + 1);
    for (const line of lines) expect(line.length).toBe(head!.length);
  });

  it('lets no name become a formula [A-062]', async () => {
    const { body } = await s.sarah.get(`${at}.csv?action=site.created`);
    const [head, ...lines] = readCsv(body.replace('\ufeff', ''));
    const names = lines.map((line) => line[head!.indexOf('site')]);
    expect(names).toEqual([
      'Northwind Coffee',
      "'=1+1",
      "'-",
      "'@SUM(A1)",
      "'+1",
      "'＝1+1",
      '"quoted", and more',
    ]);
    for (const cell of lines.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
  });
});

describe('the audit log as NDJSON', () => {
  const fetchTo = async (name: string, query = ''): Promise<string> => {
    const answer = await s.sarah.get(`${at}.ndjson${query}`);
    expect(answer.status).toBe(200);
    const file = join(directory, name);
    writeFileSync(file, answer.body);
    return file;
  };
  const edited = (file: string, edit: (lines: string[]) => string[]): string => {
    const changed = `${file}.changed`;
    writeFileSync(changed, `${edit(readFileSync(file, 'utf8').trimEnd().split('\n')).join('\n')}\n`);
    return changed;
  };

  it('is checked with nothing but the key, from the first event to the last [R42]', async () => {
    const file = await fetchTo('whole.ndjson');
    const events = (await s.sarah.get(at)).body.total;
    expect(events).toBeGreaterThan(1_500);
    expect(await verifyFile(file, s.world.deps.keys.audit)).toEqual({ events, intact: true });
    expect(await verifyFile(file, randomBytes(32))).toMatchObject({
      intact: false,
      firstBad: { seq: 1, problem: 'changed' },
    });
  });

  it('is not intact when a line is edited, added to, taken out or moved [R42]', async () => {
    const { audit: key } = s.world.deps.keys;
    const file = await fetchTo('tampered.ndjson');
    const bad = async (edit: (lines: string[]) => string[]) =>
      (await verifyFile(edited(file, edit), key)).firstBad;
    const rewrite = (line: string, change: object) => JSON.stringify({ ...JSON.parse(line), ...change });
    const change = (index: number, what: object) => (lines: string[]) =>
      lines.map((line, at) => (at === index ? rewrite(line, what) : line));
    expect(await bad(change(4, { reason: 'because' }))).toMatchObject({ seq: 5, problem: 'changed' });
    expect(await bad(change(6, { comment: 'harmless' }))).toMatchObject({ seq: 7, problem: 'changed' });
    expect(await bad((lines) => lines.toSpliced(9, 1))).toEqual({ seq: 10, id: null, problem: 'missing' });
    expect(await bad((lines) => lines.toSpliced(0, 1))).toEqual({ seq: 1, id: null, problem: 'missing' });
    expect(await bad((lines) => lines.with(2, lines[3]!).with(3, lines[2]!))).toMatchObject({ seq: 3 });
    expect(await bad((lines) => lines.toSpliced(3, 0, lines[2]!))).toMatchObject({ seq: 4 });
  });

  it('made with a filter is checked event by event', async () => {
    const { audit: key } = s.world.deps.keys;
    const file = await fetchTo('selection.ndjson', '?action=site.created');
    expect(await verifySelection(file, key)).toEqual({ events: HOSTILE.length + 1, intact: true });
    expect(await verifyFile(file, key)).toMatchObject({ intact: false, firstBad: { problem: 'missing' } });
    const changed = edited(file, (lines) =>
      lines.map((line) => line.replace('site.created', 'site.deleted')),
    );
    expect(await verifySelection(changed, key)).toMatchObject({ intact: false, firstBad: { seq: 3 } });
  });
});

describe('an export', () => {
  it('is a security event with what was asked for [R43]', async () => {
    await s.admin.get(`${at}.ndjson?action=site.deleted`);
    const { items } = (
      await s.sarah.get(`/api/v1/accounts/${s.agency.id}/security-events?actor=${s.admin.id}`)
    ).body;
    expect(items[0]).toMatchObject({
      action: 'audit.exported',
      person: { name: 'Priya Nair' },
      detail: { format: 'ndjson', filter: { action: 'site.deleted' } },
      ip: '127.0.0.1',
    });
  });

  it('is refused, and not begun, without audit.export [A-010]', async () => {
    const viewer = await s.world.enroll(await s.world.person('Vera Lind'), s.agency, 'viewer');
    for (const format of ['csv', 'ndjson'])
      expect(await viewer.get(`${at}.${format}`)).toMatchObject({
        status: 403,
        body: { code: 'permission.denied' },
      });
    const [row] = await s.world.deps.database.orm.execute<{ n: string }>(
      sql`select count(*) as n from security_event where action = 'audit.exported' and user_id = ${viewer.id}`,
    );
    expect(Number(row?.n)).toBe(0);
  });
});
