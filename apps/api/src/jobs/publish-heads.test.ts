import { headText, readHead } from '@keyholder/db';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createLog } from '../log.ts';
import { createWorld } from '../testing/world.ts';
import type { World } from '../testing/world.ts';
import { createHeadPublishing } from './publish-heads.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld(inject('testServer'));
});
afterAll(() => world.stop());

it('writes the heads that moved lately to the log, where the database has no hand in it [R42, A-085]', async () => {
  const sarah = await world.person('Sarah Chen');
  const [moved, quiet] = [
    await world.account(sarah, 'Bright Lines'),
    await world.account(sarah, 'Quiet Studio'),
  ];
  await world.deps.database.orm.execute(sql`
    update audit_head set seq = seq + 1, at = at - interval '2 hours' where account_id = ${quiet.id}`);
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => void lines.push(line) });
  const publishing = createHeadPublishing(world.deps.database, log);
  await publishing.run();
  publishing.stop();
  const head = headText((await readHead(world.deps.database, moved.id))!);
  expect(lines.map((line) => JSON.parse(line) as Record<string, unknown>)).toMatchObject([
    { msg: 'audit head', account: moved.slug, head },
  ]);
});
