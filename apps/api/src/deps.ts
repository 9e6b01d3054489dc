import type { Database, EnqueueWebhooks, Intake, Transaction, Write } from '@keyholder/db';
import type { Keys } from './secret.ts';
import type { InvitationLinks } from './invitations/links.ts';
import type { Identity } from './identity/identity.ts';
import type { Cursors } from './http/cursor.ts';
import type { LastActive } from './http/last-active.ts';
import type { Limits } from './http/limits.ts';
import type { Log } from './log.ts';
import type { Streams } from './events/streams.ts';
import type { Mailbox } from './mail/mailbox.ts';

/** Everything that a use case or route may lean on; wired once in main.ts, and by testing/world.ts in tests. */
export interface Deps {
  readonly settings: Settings;
  readonly keys: Keys;
  readonly database: Database;
  /** Runs statements outside a transaction. */
  readonly read: Database['read'];
  readonly write: Write;
  /** Takes in what visitors of a site send (decision 0010). */
  readonly intake: Intake;
  /** Puts a job for each mail into the queue, inside the transaction. */
  readonly enqueueMails: (tx: Transaction, mailIds: readonly string[]) => Promise<void>;
  /** The same for each message to an endpoint. */
  readonly enqueueWebhooks: EnqueueWebhooks;
  readonly links: InvitationLinks;
  readonly identity: Identity;
  readonly lastActive: LastActive;
  readonly cursors: Cursors;
  readonly limits: Limits;
  readonly streams: Streams;
  /** Where mails land when no SMTP server is set; null in production. */
  readonly mailbox: Mailbox | null;
  /** TXT records of a name, as parts of each; fails when there are none, or after 5 s. */
  readonly resolveTxt: (name: string) => Promise<readonly (readonly string[])[]>;
  /** 32 fresh random bytes. */
  readonly newNonce: () => Buffer;
  readonly log: Log;
  /** True from the first SIGTERM on. */
  readonly draining: () => boolean;
}

export interface Settings {
  readonly production: boolean;
  /** Public base of all links, without a slash at the end. */
  readonly appUrl: string;
  readonly secure: boolean;
  readonly port: number;
  readonly trustedProxies: number;
  readonly mailFrom: string;
  /** For trying single sign-on with a provider on this machine; never in production. */
  readonly ssoAllowLoopback?: boolean;
}
