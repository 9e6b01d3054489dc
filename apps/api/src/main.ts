import { join } from 'node:path';
import { serve } from '@hono/node-server';
import type { ServerType } from '@hono/node-server';
import { migrate, startEmbedded } from '@keyholder/db';
import { openDashboard } from './dashboard.ts';
import { EnvError, isLoopback, readEnv } from './env.ts';
import type { Env } from './env.ts';
import { createLog } from './log.ts';
import { createMailboxMailer, openMailbox } from './mail/mailbox.ts';
import { createSmtpMailer } from './mail/smtp-mailer.ts';
import { smtpServerOf } from './mail/smtp-server.ts';
import { deriveKeys, secretIn } from './secret.ts';
import { seedDemo } from './demo/seed.ts';
import { wire } from './wire.ts';

/** Keeps proxies busy elsewhere before the port closes (security.md 1.14, Shutdown). */
const DRAIN_MS = 2_000;
const FINISH_MS = 6_000;

async function main(env: Env): Promise<void> {
  const log = createLog(env.logLevel);
  const say = (line: string) => (env.production ? log.info(line) : console.log(line));
  let draining = false;

  if (!env.databaseUrl) say('Starting the embedded database …');
  const embedded = env.databaseUrl ? null : await startEmbedded({ dataDir: env.dataDir, log: say });
  const databaseUrl = env.databaseUrl ?? embedded!.url;
  await migrate({ url: databaseUrl, log: say });

  const mailbox = env.smtpUrl ? null : openMailbox(env.dataDir);
  const mailer = env.smtpUrl
    ? createSmtpMailer({ server: smtpServerOf(env.smtpUrl, isLoopback), host: new URL(env.appUrl).hostname })
    : createMailboxMailer(mailbox!, () => new Date());
  const running = await wire({
    settings: env,
    databaseUrl,
    keys: deriveKeys(env.secret ?? secretIn(env.dataDir)),
    mailer,
    mailbox,
    dashboard: openDashboard(join(import.meta.dirname, '../../dashboard/dist')),
    log,
    draining: () => draining,
  });
  const logins = env.demo && !env.production ? await seedDemo(running.deps, say) : [];
  const server = await listen(running.app.fetch, env.port);
  say(`Keyholder is ready at ${env.appUrl}`);
  for (const { email, password, what } of logins) say(`  ${email.padEnd(28)} ${password}   ${what}`);
  if (mailbox) say(`  Mails are kept at ${env.appUrl}/dev/mailbox and delivered to nobody.`);

  const shutDown = async () => {
    if (draining) process.exit(1);
    draining = true;
    log.info('shutting down');
    if (env.production) await new Promise((resolve) => setTimeout(resolve, DRAIN_MS));
    const closed = new Promise((resolve) => server.close(resolve));
    await running.deps.streams.stop();
    await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, FINISH_MS).unref())]);
    await running.stop(2_000);
    await embedded?.stop();
    process.exit(0);
  };
  process.on('SIGTERM', () => void shutDown());
  process.on('SIGINT', () => void shutDown());
}

/** The platform waits far longer than these by default: slow senders would hold sockets for minutes. */
const TIMEOUTS = {
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: 16 * 1024,
};

function listen(fetch: Parameters<typeof serve>[0]['fetch'], port: number): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, serverOptions: TIMEOUTS }, () => resolve(server));
    server.on('error', reject);
  });
}

try {
  await main(readEnv());
} catch (error) {
  const known =
    error instanceof EnvError || (error instanceof Error && ['DirectoryInUse'].includes(error.name));
  console.error(
    known || (error as NodeJS.ErrnoException).code === 'EADDRINUSE' ? (error as Error).message : error,
  );
  process.exit(1);
}
