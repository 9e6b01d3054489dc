import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { APP_ROLE, connect, createWrite, joinEmbedded } from '@keyholder/db';
import type { CommandContext, Database, Write } from '@keyholder/db';
import type { Env } from '../env.ts';
import { createQueue } from '../jobs/queue.ts';
import { createLog } from '../log.ts';
import { deriveKeys } from '../secret.ts';
import type { Keys } from '../secret.ts';
import { UsageError } from './terminal.ts';

/** What an operator does is done by Keyholder itself: there is no person behind it that a log could name. */
export const OPERATOR_COMMAND: CommandContext = {
  ...{ actor: { kind: 'system', id: null }, ip: null, userAgent: 'keyholder command line', requestId: null },
};

/** Runs `work` on the database of the settings: DATABASE_URL, or the embedded one, started when nobody has it. */
export async function withDatabase<T>(
  env: Env,
  work: (database: Database, url: string) => Promise<T>,
): Promise<T> {
  const embedded = env.databaseUrl ? null : await joinEmbedded({ dataDir: env.dataDir, log: () => {} });
  const url = env.databaseUrl ?? embedded!.url;
  const database = connect({ url, applicationName: 'keyholder-cli', role: APP_ROLE, max: 2 });
  try {
    return await work(database, url);
  } finally {
    await database.close();
    await embedded?.stop();
  }
}

/** The same with the write door. Mails are queued; a running Keyholder delivers them. */
export function withWriting<T>(
  env: Env,
  work: (doors: { readonly database: Database; readonly write: Write }) => Promise<T>,
): Promise<T> {
  const keys = existingKeys(env);
  return withDatabase(env, async (database, url) => {
    const queue = createQueue({ url, log: createLog('silent') });
    await queue.start();
    try {
      const write = createWrite({ ...queue, database, auditKey: keys.audit, sealKey: keys.answers });
      return await work({ database, write });
    } finally {
      await queue.stop(0);
    }
  });
}

/** The keys of the running Keyholder. Unlike the app, a tool never makes a secret: with a new one nothing would fit. */
export function existingKeys({ secret, dataDir }: Env): Keys {
  const file = join(dataDir, 'secret');
  if (secret) return deriveKeys(secret);
  if (!existsSync(file))
    throw new UsageError(
      `KEYHOLDER_SECRET should be the one that Keyholder runs with; ${file} does not exist either.`,
    );
  return deriveKeys(readFileSync(file, 'utf8').trim());
}
