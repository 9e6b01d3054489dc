import { randomUUID } from 'node:crypto';
import { appendEvents } from '@keyholder/db';
import type { World } from '../../testing/world.ts';
import type { Account, Person } from '../../testing/people.ts';

/** Puts so many signed events behind those that the account has. */
export async function addEvents(world: World, account: Account, by: Person, count: number): Promise<void> {
  await world.deps.database.transaction((tx) =>
    appendEvents(
      tx,
      world.deps.keys.audit,
      {
        accountId: account.id,
        at: new Date('2026-01-05T10:00:00.000Z'),
        actor: { kind: 'person', id: by.id },
        ...{ ip: '203.0.113.9', userAgent: 'a test', requestId: randomUUID(), correlationId: randomUUID() },
      },
      Array.from({ length: count }, (_, index) => ({
        action: 'account.renamed' as const,
        target: { kind: 'account' as const, id: account.id },
        before: { name: `Agency ${index}` },
        after: { name: `Agency ${index + 1}` },
      })),
    ),
  );
}

const TABLES = ['audit_event', 'audit_head'];

/** Statements of a database superuser, for whom no trigger holds. */
export async function tamper(world: World, ...statements: readonly string[]): Promise<void> {
  const { default: postgres } = await import('postgres');
  const owner = postgres(world.databaseUrl, { max: 1, onnotice: () => {} });
  try {
    await owner.begin(async (tx) => {
      for (const table of TABLES) await tx.unsafe(`alter table ${table} disable trigger user`);
      for (const statement of statements) await tx.unsafe(statement);
      for (const table of TABLES) await tx.unsafe(`alter table ${table} enable trigger user`);
    });
  } finally {
    await owner.end();
  }
}
