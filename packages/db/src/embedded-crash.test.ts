import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { connect } from './connect.ts';
import { startEmbedded } from './embedded.ts';
import { classify } from './errors.ts';

const ROUNDS = Number(process.env['KEYHOLDER_CRASH_ROUNDS'] ?? 3);

it(
  'loses no acknowledged write and fails no request but as unavailable, when the server is killed under load [F-008, F-033]',
  async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'keyholder-crash-'));
    const server = await startEmbedded({ dataDir, log: () => {} });
    const database = connect({ url: server.url, applicationName: 'test', max: 8 });
    const acknowledged: number[] = [];
    const failures: string[] = [];
    const healthyAfter: number[] = [];
    let next = 0;
    let stopping = false;

    const write = async (): Promise<void> => {
      while (!stopping) {
        const id = next++;
        const work = database.transaction(async (tx) => {
          await tx.execute(sql`insert into written (id) values (${id})`);
          await tx.execute(sql`insert into written (id) values (${-id - 1})`);
        });
        const failure = await work.then(
          () => acknowledged.push(id) && undefined,
          (error: unknown) => error,
        );
        if (failure) failures.push(classify(failure).kind);
        if (failure) await sleep(20);
      }
    };

    try {
      await database.read((db) => db.execute(sql`create table written (id int primary key)`));
      const writers = Array.from({ length: 12 }, write);
      for (let round = 0; round < ROUNDS; round += 1) {
        const before = acknowledged.length;
        await expect.poll(() => acknowledged.length).toBeGreaterThan(before + 50);
        const pidFile = await readFile(join(dataDir, 'cluster', 'data', 'postmaster.pid'), 'utf8');
        process.kill(Number(pidFile.split('\n')[0]), 'SIGKILL');
        const killed = Date.now();
        const failed = failures.length;
        await expect.poll(() => failures.length, { timeout: 5_000 }).toBeGreaterThan(failed);
        const then = acknowledged.length;
        await expect.poll(() => acknowledged.length, { timeout: 10_000 }).toBeGreaterThan(then);
        healthyAfter.push(Date.now() - killed);
      }
      stopping = true;
      await Promise.all(writers);
      const rows = await database.read((db) => db.execute<{ id: number }>(sql`select id from written`));
      const ids = new Set(rows.map((row) => row.id));
      expect(acknowledged.filter((id) => !ids.has(id) || !ids.has(-id - 1))).toEqual([]);
      expect([...ids].filter((id) => !ids.has(-id - 1))).toEqual([]);
      expect(new Set(failures)).toEqual(new Set(['unavailable']));
      expect(Math.max(...healthyAfter)).toBeLessThan(5_000);
    } finally {
      stopping = true;
      await database.close();
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    }
  },
  30_000 + ROUNDS * 5_000,
);
