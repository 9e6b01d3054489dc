import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isId } from '@keyholder/domain';
import type { Mailer, OutgoingMail } from './mailer.ts';

/** A mail that was kept instead of sent. It holds live links, so it exists outside production only. */
export interface KeptMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** RFC 3339. */
  readonly sentAt: string;
}

export interface Mailbox {
  /** Newest first; `to`: only mails to this address. */
  list(filter?: { readonly to?: string }): Promise<readonly KeptMail[]>;
  read(id: string): Promise<KeptMail | null>;
  keep(mail: KeptMail): Promise<void>;
}

const MOST_KEPT = 500;
const SUFFIX = '.json';

/** Mails as files in a folder of their own (0700, files 0600): they outlive restarts, and several processes may share them. */
export function openMailbox(dataDir: string): Mailbox {
  const folder = join(dataDir, 'mailbox');

  /** Ids are UUIDv7, so their order is the order of time. */
  const ids = async (): Promise<string[]> => {
    const names = await readdir(folder).catch(absent<string[]>([]));
    return names
      .filter((name) => name.endsWith(SUFFIX))
      .map((name) => name.slice(0, -SUFFIX.length))
      .filter(isId)
      .sort()
      .reverse();
  };
  const read = async (id: string): Promise<KeptMail | null> => {
    if (!isId(id)) return null;
    const text = await readFile(join(folder, id + SUFFIX), 'utf8').catch(absent(null));
    return text === null ? null : (JSON.parse(text) as KeptMail);
  };

  return {
    read,
    async list({ to } = {}) {
      const mails = await Promise.all((await ids()).map(read));
      return mails.filter((mail) => mail !== null && (to === undefined || mail.to === to)) as KeptMail[];
    },
    async keep(mail) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      // Renamed into place, so that nobody ever reads half a mail.
      const draft = join(folder, `${mail.id}.${randomUUID()}.draft`);
      await writeFile(draft, JSON.stringify(mail), { mode: 0o600 });
      await rename(draft, join(folder, mail.id + SUFFIX));
      for (const old of (await ids()).slice(MOST_KEPT)) await rm(join(folder, old + SUFFIX), { force: true });
    },
  };
}

/** Puts mails into the mailbox instead of sending them. */
export const createMailboxMailer = (mailbox: Mailbox, clock: () => Date): Mailer => ({
  send: ({ id, to, subject, text, html }: OutgoingMail) =>
    mailbox.keep({ id, to, subject, text, html, sentAt: clock().toISOString() }),
  close: () => {},
});

/** For a file that is not there (any more): another process may just have removed it. */
const absent =
  <T>(instead: T) =>
  (error: NodeJS.ErrnoException): T => {
    if (error.code === 'ENOENT') return instead;
    throw error;
  };
