import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '@keyholder/db';
import { canonicalEmail } from '@keyholder/domain';
import type { UserId } from '@keyholder/domain';
import type { InvitationLinks } from '../invitations/links.ts';
import type { Log } from '../log.ts';
import { addressed } from './addressed.ts';
import { claimMails, markMail, userOf } from './mail-repository.ts';
import type { ClaimedMail, MailMark } from './mail-repository.ts';
import { MailRefused } from './mailer.ts';
import type { Mailer } from './mailer.ts';
import type { MailFacts, MailKind } from './new-mail.ts';
import { isMailKind, writeLetter } from './write-letter.ts';

export interface DeliverDeps {
  readonly database: Database;
  readonly links: Pick<InvitationLinks, 'linkFor'>;
  readonly mailer: Mailer;
  readonly settings: { readonly appUrl: string; readonly mailFrom: string };
  /** A fresh link made by the authentication library; null when there is nothing to verify or reset (any more). */
  readonly verificationLink: (userId: UserId) => Promise<string | null>;
  readonly resetLink: (userId: UserId) => Promise<string | null>;
  readonly log: Log;
}

/** Tries to send these mails; answers those that are to be tried again, each with the reason. */
export type Deliver = (
  mailIds: readonly string[],
  signal: AbortSignal,
) => Promise<ReadonlyMap<string, string>>;

const STALE: MailMark = { state: 'dropped', reason: 'no longer current' };
/** A mark may take this long (ms): with the 30 s of the send it stays below the job's 60 s. */
const MARK_WITHIN = 20_000;

/** The worker's task. Each mail is sent outside any transaction and marked as soon as its own attempt has ended. */
export function createDeliver(deps: DeliverDeps): Deliver {
  const one = async (mail: ClaimedMail, signal: AbortSignal): Promise<MailMark> => {
    const mark = await attempt(deps, mail, signal).catch((error: unknown) => afterFailure(deps, mail, error));
    await insist(() => markMail(deps.database, mail, mark));
    return mark;
  };
  return async (mailIds, signal) => {
    const mails = await claimMails(deps.database, mailIds);
    const marks = await Promise.all(mails.map(async (mail) => [mail.id, await one(mail, signal)] as const));
    return new Map(
      marks.flatMap(([id, { state, reason }]) => (state === 'queued' ? [[id, reason ?? '']] : [])),
    );
  };
}

async function attempt(deps: DeliverDeps, mail: ClaimedMail, signal: AbortSignal): Promise<MailMark> {
  const { kind } = mail;
  if (!isMailKind(kind)) throw new MailRefused('a kind of mail that this version does not know', false);
  if (canonicalEmail(mail.recipient) !== mail.recipient) throw new MailRefused('no mail address', true);
  if (mail.outdated) return STALE;
  const link = await linkFor(deps, mail, kind);
  if (link === null) return STALE;
  const letter = writeLetter(kind, mail.data as unknown as MailFacts[typeof kind], {
    recipient: mail.recipient,
    link,
  });
  await deps.mailer.send(await addressed(letter, mail, deps.settings.mailFrom), signal);
  deps.log.info({ mailId: mail.id, kind, attempt: mail.attempt }, 'mail sent');
  return { state: 'sent', reason: null };
}

/** Where the mail leads; null when it is no longer current [R26]. Links are made here and kept nowhere [R19]. */
async function linkFor(deps: DeliverDeps, mail: ClaimedMail, kind: MailKind): Promise<string | null> {
  switch (kind) {
    case 'invitation':
    case 'invitation_nudge':
      return mail.nonce && deps.links.linkFor(mail.ref, mail.nonce);
    case 'verification':
      return deps.verificationLink(userOf(mail));
    case 'password_reset':
      return deps.resetLink(userOf(mail));
    default:
      return deps.settings.appUrl + pathOf(mail);
  }
}

/** The page of the Dashboard that a mail is about. */
function pathOf({ data }: ClaimedMail): string {
  const { path, sites = [] } = data as { path?: string; sites?: readonly { readonly path: string }[] };
  const [only, ...others] = sites;
  return path ?? (only && others.length === 0 ? only.path : '/');
}

function afterFailure({ log }: DeliverDeps, mail: ClaimedMail, error: unknown): MailMark {
  const refused =
    error instanceof MailRefused ? error : new MailRefused('an error on our side', false, error);
  const final = refused.permanent || mail.late;
  // The cause of a refusal may quote the address, so only its words are logged; our own faults in full.
  const cause = error instanceof MailRefused ? {} : { err: error };
  log.warn(
    { mailId: mail.id, kind: mail.kind, attempt: mail.attempt, final, reason: refused.message, ...cause },
    'mail not sent',
  );
  return { state: final ? 'failed' : 'queued', reason: refused.message };
}

/** A mail that was sent but not marked would be sent twice, so a database that is away for a moment is waited for. */
async function insist(mark: () => Promise<void>): Promise<void> {
  const until = Date.now() + MARK_WITHIN;
  for (let pause = 50; ; pause = Math.min(pause * 2, 1_000)) {
    try {
      return await mark();
    } catch (error) {
      if (Date.now() + pause > until) throw error;
      await sleep(pause);
    }
  }
}
