import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { migrate, startEmbedded } from '@keyholder/db';
import type { Embedded } from '@keyholder/db';
import { openDashboard } from './dashboard.ts';
import { seedDemo } from './demo/seed.ts';
import { isLoopback } from './env.ts';
import type { Env } from './env.ts';
import type { Log } from './log.ts';
import { createMailboxMailer, openMailbox } from './mail/mailbox.ts';
import { createSmtpMailer } from './mail/smtp-mailer.ts';
import { smtpServerOf } from './mail/smtp-server.ts';
import { deriveKeys, secretIn } from './secret.ts';
import { openServer } from './server.ts';
import type { HttpServer } from './server.ts';
import { wire } from './wire.ts';
import type { Wired } from './wire.ts';

/** What runs so far: filled as the start goes on, so that an end at any moment finds what there is to end. */
export interface Service {
  server?: HttpServer;
  embedded?: Embedded;
  wired?: Wired;
}

export interface StartOptions {
  readonly env: Env;
  readonly log: Log;
  /** For whoever watches the start: what is being done, and at the end where to go. */
  readonly say: (line: string) => void;
  /** True from the first signal on. */
  readonly ending: () => boolean;
}

/** Thrown where a start stops because the process is to end. */
class Interrupted extends Error {}

/** Brings everything up, one step after the other; a signal is obeyed between two steps. */
export async function startService(service: Service, { env, log, say, ending }: StartOptions): Promise<void> {
  const goOn = () => {
    if (ending()) throw new Interrupted('interrupted while starting');
  };
  service.server = await openServer({ port: env.port, draining: ending });
  goOn();
  if (!env.databaseUrl) {
    say('Starting the embedded database …');
    service.embedded = await startEmbedded({ dataDir: env.dataDir, log: say });
    goOn();
  }
  const databaseUrl = env.databaseUrl ?? service.embedded!.url;
  const keys = deriveKeys(env.secret ?? secretIn(env.dataDir));
  await migrate({ url: databaseUrl, log: say, auditKey: keys.audit });
  goOn();

  const mailbox = env.smtpUrl ? null : openMailbox(env.dataDir);
  const mailer = env.smtpUrl
    ? createSmtpMailer({ server: smtpServerOf(env.smtpUrl, isLoopback), host: new URL(env.appUrl).hostname })
    : createMailboxMailer(mailbox!, () => new Date());
  service.wired = await wire({
    settings: env,
    databaseUrl,
    keys,
    mailer,
    mailbox,
    dashboard: openDashboard(join(import.meta.dirname, '../../dashboard/dist'), mailbox !== null),
    log,
    draining: ending,
  });
  goOn();
  const logins = env.demo ? await seedDemo(service.wired.deps, say) : [];
  goOn();
  service.server.serve(service.wired.app);
  say(`Keyholder is ready at ${env.appUrl}`);
  for (const { email, password, what } of logins) say(`  ${email.padEnd(28)} ${password}   ${what}`);
  if (mailbox) say(`  Mails are kept at ${env.appUrl}/dev/mailbox and delivered to nobody.`);
}

/** With the pause before it and the stop of an embedded database after it, the end takes less than 10 s. */
const FINISH_MS = 6_000;
const JOBS_MS = 5_000;
const CLOSE_MS = 1_000;

/**
 * Ends what runs (security.md 1.14): pause, stop listening, close event to the streams, let requests and beside them
 * jobs finish, close the pools, stop the embedded database. `pauseMs`: how long requests are still taken, so that a
 * balancer which sees `/readyz` fail sends them elsewhere first.
 */
export async function endService(service: Service, pauseMs: number): Promise<void> {
  const { server, embedded, wired } = service;
  if (pauseMs > 0) await sleep(pauseMs);
  // A step that fails, as with a database that is away, does not keep the next ones from being taken.
  await Promise.allSettled([server?.close(FINISH_MS), wired?.rest(JOBS_MS)]);
  await Promise.race([Promise.allSettled([wired?.stop(0)]), sleep(CLOSE_MS)]);
  await embedded?.stop();
}
