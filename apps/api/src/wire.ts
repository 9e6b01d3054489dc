import { randomBytes } from 'node:crypto';
import { Resolver } from 'node:dns/promises';
import { APP_ROLE, connect, createIntake, createWrite } from '@keyholder/db';
import type { Hono } from 'hono';
import { createApp } from './app.ts';
import type { Dashboard } from './dashboard.ts';
import type { Deps, Settings } from './deps.ts';
import { createStreams } from './events/streams.ts';
import type { Base } from './http/context.ts';
import { createCursors } from './http/cursor.ts';
import { createLastActive } from './http/last-active.ts';
import { createLimits } from './http/limits.ts';
import { createIdentity } from './identity/identity.ts';
import { createLinks } from './invitations/links.ts';
import { proveToken } from './invitations/presented-link.ts';
import { createHeadPublishing } from './jobs/publish-heads.ts';
import { createQueue } from './jobs/queue.ts';
import { createRounds } from './jobs/rounds.ts';
import { createTidying } from './jobs/tidy.ts';
import type { Log } from './log.ts';
import { createDeliver } from './mail/deliver.ts';
import type { Mailbox } from './mail/mailbox.ts';
import type { Mailer } from './mail/mailer.ts';
import type { Keys } from './secret.ts';
import { createDeliverWebhooks } from './jobs/deliver-webhooks.ts';

export interface WireOptions {
  readonly settings: Settings;
  readonly databaseUrl: string;
  readonly keys: Keys;
  readonly mailer: Mailer;
  readonly mailbox: Mailbox | null;
  readonly dashboard?: Dashboard | null;
  readonly log: Log;
  readonly draining?: () => boolean;
  /** For tests: what the DNS says. */
  readonly resolveTxt?: Deps['resolveTxt'];
  /** Connections for requests. */
  readonly pool?: number;
}

/** One question, no second try: a person waits for the answer. */
const dns = new Resolver({ timeout: 5_000, tries: 1 });

/** One API process, put together: the same for `main.ts` and for tests. */
export interface Wired {
  readonly app: Hono<Base>;
  readonly deps: Deps;
  /** Ends streams and hands jobs back, at most `graceMs` for those under way. Requests are answered as before. */
  rest(graceMs?: number): Promise<void>;
  /** The same, then writes what is remembered and closes the pools. */
  stop(graceMs?: number): Promise<void>;
}

export async function wire(options: WireOptions): Promise<Wired> {
  const { settings, keys, log, mailer } = options;
  const database = connect({
    url: options.databaseUrl,
    role: APP_ROLE,
    applicationName: 'keyholder',
    max: options.pool ?? 10,
  });
  const queue = createQueue({ url: options.databaseUrl, log });
  await queue.start();
  const { enqueueMails, enqueueWebhooks } = queue;
  const links = createLinks(keys.invitation, settings.appUrl);
  const limits = createLimits({ database, production: settings.production });
  const proveInvitation = async (token: string, address: string) =>
    (await proveToken({ read: database.read, links, limits }, token, address)).id;
  const identity = createIdentity({
    ...{ settings, secret: keys.library, database, limits, enqueueMails, log, proveInvitation },
    factorKeys: keys,
  });
  const streams = await createStreams(database, log);
  const lastActive = createLastActive(database, log);
  const tidying = createTidying(database, log);
  const headPublishing = createHeadPublishing(database, log);
  const deps: Deps = {
    settings,
    keys,
    database,
    read: database.read,
    write: createWrite({
      ...{ database, auditKey: keys.audit, sealKey: keys.answers },
      ...{ enqueueMails, enqueueWebhooks },
    }),
    intake: createIntake({ database, sealKey: keys.answers }),
    enqueueMails,
    enqueueWebhooks,
    links,
    identity,
    limits,
    streams,
    lastActive,
    cursors: createCursors(keys.cursors),
    mailbox: options.mailbox,
    resolveTxt: options.resolveTxt ?? ((name) => dns.resolveTxt(name)),
    newNonce: () => randomBytes(32),
    log,
    draining: options.draining ?? (() => false),
  };
  const { verificationLink, resetLink } = identity;
  await queue.work(
    createDeliver({ database, links, mailer, settings, verificationLink, resetLink, log }),
    createDeliverWebhooks({ database, write: deps.write, settings, keys, log }),
  );
  const rounds = createRounds(deps);
  const rest = async (graceMs: number): Promise<void> => {
    await Promise.all([streams.stop(), queue.rest(graceMs)]);
  };
  return {
    app: createApp(deps, options.dashboard ?? null),
    deps,
    rest: (graceMs = 5_000) => rest(graceMs),
    async stop(graceMs = 5_000) {
      tidying.stop();
      headPublishing.stop();
      await Promise.all([rounds.stop(), rest(graceMs)]);
      await Promise.all([queue.stop(0), lastActive.stop()]);
      mailer.close();
      await database.close();
    },
  };
}
