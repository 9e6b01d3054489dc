import { createIntake, createWrite } from '@keyholder/db';
import type { Database, Transaction } from '@keyholder/db';
import type { Deps } from '../deps.ts';

/** Where the story is played: the real use cases, inside one transaction, at the time that the story says. */
export interface Stage {
  readonly deps: Deps;
  /** From now on commands happen at this time; it never runs backwards, so that the audit log stays in order. */
  setTime(at: Date): void;
}

/**
 * The same dependencies as those of requests, with two differences. Every transaction is a savepoint of `tx`: the seed
 * is there as a whole or not at all, whatever happens in between. And the clock is the story's: the events say when it
 * took place in the story, and are chained as they are written; nothing that was recorded is ever changed.
 */
export function openStage(deps: Deps, tx: Transaction): Stage {
  let now: Date | null = null;
  const database: Database = {
    ...deps.database,
    read: (work) => work(tx),
    transaction: (work) => tx.transaction(work),
    now: () => (now ? Promise.resolve(now) : Promise.reject(new Error('the story has not begun'))),
  };
  const write = createWrite({
    database,
    auditKey: deps.keys.audit,
    sealKey: deps.keys.answers,
    // Mails of long ago are never sent; `settleMails` queues those of invitations that are still open.
    enqueueMails: () => Promise.resolve(),
    // No endpoint is told of a story.
    enqueueWebhooks: () => Promise.resolve(),
  });
  return {
    deps: {
      ...deps,
      ...{ database, read: database.read, write },
      intake: createIntake({ database, sealKey: deps.keys.answers }),
    },
    setTime(at) {
      if (now && at < now)
        throw new Error(`the story goes back from ${now.toISOString()} to ${at.toISOString()}`);
      now = at;
    },
  };
}
