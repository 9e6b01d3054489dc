import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AccountId } from '@keyholder/domain';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { appendEvents } from './audit-chain.ts';
import { headText, isGenuineHead, parseHead, readHead } from './audit-head.ts';
import { connect } from './connect.ts';
import type { Database } from './connect.ts';
import { newId } from './ids.ts';
import { migrate } from './migrate.ts';
import { createEmptyDatabase } from './testing.ts';
import type { TestDatabase } from './testing.ts';
import { verifyChain } from './verify-chain.ts';

const REAL = fileURLToPath(new URL('../migrations', import.meta.url));
const key = Buffer.alloc(32, 7);
const accountId = newId<AccountId>();

let empty: TestDatabase;
let database: Database;
let older: string;
beforeAll(async () => {
  older = await mkdtemp(join(tmpdir(), 'keyholder-older-'));
  await cp(REAL, older, { recursive: true });
  const file = join(older, 'meta', '_journal.json');
  const journal = JSON.parse(await readFile(file, 'utf8')) as { entries: { tag: string }[] };
  const since = journal.entries.findIndex(({ tag }) => tag.endsWith('_audit_head'));
  await writeFile(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, since) }));
  empty = await createEmptyDatabase(inject('testServer'));
  database = connect({ url: empty.url, applicationName: 'test', max: 1 });
});
afterAll(async () => {
  await database.close();
  await empty.drop();
  await rm(older, { recursive: true });
});

const origin = {
  ...{ accountId, at: new Date('2026-01-05T10:00:00.000Z'), actor: { kind: 'system' as const, id: null } },
  ...{ ip: null, userAgent: null, requestId: null, correlationId: newId() },
};
const event = { action: 'account.renamed', target: { kind: 'account', id: accountId } } as const;

describe('an account that is older than the heads', () => {
  it('gets its head from the migration and goes on without a gap [R42]', async () => {
    await migrate({ url: empty.url, migrations: older, auditKey: key });
    const eventMac = Buffer.alloc(32, 3);
    await database.sql.begin(async (tx) => {
      await tx`alter table account disable trigger user`;
      await tx`insert into account (id, name, slug, plan, created_at) values (${accountId}, 'Old', 'old', 'team', now())`;
      await tx`insert into audit_event (id, account_id, seq, at, actor_kind, action, target_kind, target_id, correlation_id, mac)
        values (${newId()}, ${accountId}, 1, now(), 'system', 'account.created', 'account', ${accountId}, ${newId()}, ${eventMac})`;
    });
    await migrate({ url: empty.url, auditKey: key });
    const head = (await readHead(database, accountId))!;
    expect([head.seq, isGenuineHead(key, accountId, head, eventMac)]).toEqual([1, true]);
    await database.transaction((tx) => appendEvents(tx, key, origin, [event]));
    expect((await readHead(database, accountId))!.seq).toBe(2);
  });

  it('does not get another one at a later start: that would sign what somebody left of the log', async () => {
    await database.sql.begin(async (tx) => {
      await tx`alter table audit_head disable trigger user`;
      await tx`delete from audit_head`;
    });
    await migrate({ url: empty.url, auditKey: key });
    expect(await readHead(database, accountId)).toBeNull();
    expect(await verifyChain(database, key, accountId)).toMatchObject({ intact: false });
  });
});

describe('a head as text', () => {
  it('is read back as it was, and nothing else is a head', () => {
    const head = { seq: 12, mac: Buffer.alloc(32, 5) };
    expect(parseHead(headText(head))).toEqual(head);
    for (const text of [
      '',
      '12',
      `0:${'05'.repeat(32)}`,
      `12:${'05'.repeat(31)}`,
      `-1:${'05'.repeat(32)}`,
      ' 12:',
    ])
      expect(parseHead(text)).toBeNull();
  });
});
