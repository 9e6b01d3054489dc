import type { Database } from '@keyholder/db';
import { credential, session, user, verification } from '@keyholder/db/schema';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import type { BetterAuthOptions, DBAdapter, Where } from 'better-auth';
import { fromLibrary } from './library-address.ts';

interface Ask {
  readonly model: string;
  readonly where?: Where[] | undefined;
  readonly data?: Record<string, unknown>;
}

/**
 * The library's way to our tables. Every statement waits its turn like all others of the process; none is held over a
 * password hash, because the library opens no transactions (security.md 1.5).
 */
export const libraryAdapter =
  (database: Database) =>
  (options: BetterAuthOptions): DBAdapter => {
    const inner = drizzleAdapter(database.orm, {
      provider: 'pg',
      schema: { user, session, verification, credential },
    })(options);
    const gated =
      <Args extends Ask, Result>(run: (ask: Args) => Promise<Result>) =>
      (ask: Args) =>
        database.read(() => run(withAddresses(ask)));
    const outer: DBAdapter = {
      ...inner,
      create: gated(inner.create) as DBAdapter['create'],
      findOne: gated(inner.findOne) as DBAdapter['findOne'],
      findMany: gated(inner.findMany) as DBAdapter['findMany'],
      count: gated(inner.count),
      update: gated(inner.update) as DBAdapter['update'],
      updateMany: gated(inner.updateMany),
      delete: gated<Ask & { where: Where[] }, void>(inner.delete),
      deleteMany: gated(inner.deleteMany),
      consumeOne: gated(inner.consumeOne) as DBAdapter['consumeOne'],
      // The library's default hands out the inner adapter, past the gate.
      transaction: (work) => work(outer),
    };
    return outer;
  };

/** Stand-ins are for the library's eyes only. */
function withAddresses<Args extends Ask>(ask: Args): Args {
  if (ask.model !== 'user') return ask;
  return {
    ...ask,
    ...(ask.where
      ? {
          where: ask.where.map((one) =>
            one.field === 'email' ? { ...one, value: fromLibrary(String(one.value)) } : one,
          ),
        }
      : {}),
    ...(ask.data && 'email' in ask.data
      ? { data: { ...ask.data, email: fromLibrary(String(ask.data['email'])) } }
      : {}),
  };
}
