import { setTimeout as sleep } from 'node:timers/promises';
import { DirectoryInUse, classify } from '@keyholder/db';
import { EnvError, readEnv } from './env.ts';
import type { Env } from './env.ts';
import { createLog } from './log.ts';
import { endService, startService } from './service.ts';
import type { Service } from './service.ts';

/** Keeps proxies busy elsewhere before the port closes (security.md 1.14, Shutdown). */
const PAUSE_MS = 2_000;
/** How long a start that is under way may take to come to its next step before it is ended as it is. */
const STEP_MS = 6_000;
const END_MS = 9_500;

// A terminal or log collector that went away is no reason to die, least of all in the middle of an orderly end.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

const env = readEnvOrExit();
const log = createLog(env.logLevel);
const say = (line: string) => (env.production ? log.info(line) : console.log(line));
const service: Service = {};
let ending = false;
const starting = startService(service, { env, log, say, ending: () => ending });

async function end(): Promise<void> {
  if (ending) process.exit(1);
  ending = true;
  say('Stopping …');
  setTimeout(() => process.exit(1), END_MS);
  const started = await Promise.race([starting.then(() => true).catch(() => false), sleep(STEP_MS, false)]);
  await endService(service, started && env.production ? PAUSE_MS : 0);
  process.exit(0);
}
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void end());

await starting.catch(async (error: unknown) => {
  // Whatever failed because the process is ending is no news: `end` does the rest.
  if (ending) return;
  ending = true;
  console.error(explain(error, env));
  setTimeout(() => process.exit(1), END_MS);
  await endService(service, 0).catch(() => {});
  process.exit(1);
});

/** One line for what the person who starts it can put right, everything for what they cannot. */
function explain(error: unknown, { port, databaseUrl }: Env): unknown {
  if (error instanceof DirectoryInUse) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (error instanceof Error && 'syscall' in error && error.syscall === 'listen')
    return code === 'EADDRINUSE'
      ? `PORT should be free, but ${port} is taken by another program.`
      : `PORT should be one that this user may listen on; ${port} is not (${code}).`;
  if (databaseUrl && classify(error).kind === 'unavailable')
    return `DATABASE_URL should lead to a database that can be reached (${code || 'no answer'}).`;
  return error;
}

function readEnvOrExit(): Env {
  try {
    return readEnv();
  } catch (error) {
    console.error(error instanceof EnvError ? error.message : error);
    process.exit(1);
  }
}
