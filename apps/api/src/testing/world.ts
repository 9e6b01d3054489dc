import { randomBytes } from 'node:crypto';
import { cloneDatabase, type TestServer } from '@keyholder/db/testing';
import { createLog } from '../log.ts';
import type { Log } from '../log.ts';
import { openInbox } from './inbox.ts';
import type { Inbox } from './inbox.ts';
import { deriveKeys } from '../secret.ts';
import { wire } from '../wire.ts';
import type { Wired } from '../wire.ts';
import { createPeople } from './people.ts';
import type { People } from './people.ts';

export const APP_URL = 'http://localhost:3000';

/** A running Keyholder on a database of its own: the real app, real PostgreSQL, a mail transport that keeps what it gets. */
export interface World extends Wired, People {
  readonly inbox: Inbox;
  readonly databaseUrl: string;
  /** What the DNS says: TXT records by name. */
  readonly dns: Map<string, string[][]>;
  /** One more API process on the same database (its own pool, streams and workers), until the world stops. */
  another(): Promise<Wired>;
}

export interface WorldOptions {
  readonly appUrl?: string;
  readonly trustedProxies?: number;
  readonly pool?: number;
  /** For tests that start something beside it that must have the same keys. */
  readonly secret?: string;
  /** For tests that break something on purpose: the log of it helps nobody. */
  readonly quiet?: true;
  /** For tests that read the log. */
  readonly log?: Log;
}

export async function createWorld(server: TestServer, options: WorldOptions = {}): Promise<World> {
  const { url, drop } = await cloneDatabase(server);
  const keys = deriveKeys(options.secret ?? randomBytes(32).toString('hex'));
  const inbox = openInbox();
  const dns: World['dns'] = new Map();
  const appUrl = options.appUrl ?? APP_URL;
  const start = () =>
    wire({
      settings: {
        production: false,
        appUrl,
        secure: appUrl.startsWith('https:'),
        port: 3000,
        trustedProxies: options.trustedProxies ?? 0,
        mailFrom: 'keyholder@keyholder.example',
        ssoAllowLoopback: true,
      },
      databaseUrl: url,
      keys,
      mailer: inbox.mailer,
      mailbox: null,
      log: options.log ?? createLog(options.quiet ? 'silent' : (process.env['LOG_LEVEL'] ?? 'error')),
      ...(options.pool ? { pool: options.pool } : {}),
      resolveTxt: async (name) => dns.get(name) ?? Promise.reject(new Error('ENOTFOUND')),
    });
  const first = await start();
  const others: Wired[] = [];
  return {
    ...first,
    ...createPeople(first, keys, appUrl),
    inbox,
    databaseUrl: url,
    dns,
    async another() {
      const next = await start();
      others.push(next);
      return next;
    },
    async stop() {
      await Promise.all([first, ...others].map((wired) => wired.stop(1_000)));
      await drop();
    },
  };
}
