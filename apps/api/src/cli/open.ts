import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { APP_ROLE, connect, joinEmbedded } from '@keyholder/db';
import type { Database } from '@keyholder/db';
import type { Env } from '../env.ts';
import { deriveKeys } from '../secret.ts';
import type { Keys } from '../secret.ts';
import { UsageError } from './terminal.ts';

/** Runs `work` on the database of the settings: DATABASE_URL, or the embedded one, started when nobody has it. */
export async function withDatabase<T>(env: Env, work: (database: Database) => Promise<T>): Promise<T> {
  const embedded = env.databaseUrl ? null : await joinEmbedded({ dataDir: env.dataDir, log: () => {} });
  const url = env.databaseUrl ?? embedded!.url;
  const database = connect({ url, applicationName: 'keyholder-cli', role: APP_ROLE, max: 2 });
  try {
    return await work(database);
  } finally {
    await database.close();
    await embedded?.stop();
  }
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
