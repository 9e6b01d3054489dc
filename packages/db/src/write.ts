import type { AccountId, ActorKind } from '@keyholder/domain';
import { fail } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import { AuditNotWritten, appendEvents } from './audit-chain.ts';
import type { NewAuditEvent } from './audit-chain.ts';
import type { Database, Transaction } from './connect.ts';
import { classify } from './errors.ts';
import { newId } from './ids.ts';
import { rememberAnswer, storedAnswer } from './idempotency.ts';
import type { IdempotentRequest } from './idempotency.ts';
import type { NewMail } from './mail-record.ts';
import { announce } from './signal.ts';
import type { Signal } from './signal.ts';
import { recordWebhooks } from './webhook-outbox.ts';
import type { EnqueueWebhooks } from './webhook-outbox.ts';

declare const write: unique symbol;
/** A transaction that came through the door: a repository's `save…` takes nothing else. */
export type WriteTx = Transaction & { readonly [write]: true };

/** On whose behalf a command runs and what is recorded with it. */
export interface CommandContext {
  readonly actor: { readonly kind: ActorKind; readonly id: string | null };
  readonly ip: string | null;
  readonly userAgent: string | null;
  readonly requestId: string | null;
  readonly idempotency?: IdempotentRequest;
}

/** What a command did. It does not compile without an event: nothing changes unaudited [R41]. */
export interface Outcome<Result> {
  readonly result: Result;
  readonly events: readonly [NewAuditEvent, ...NewAuditEvent[]];
  readonly mails?: readonly NewMail[];
  readonly signals?: readonly Signal[];
}

/** A command that found everything as asked for already: nothing is written, so there is nothing to record. */
export interface Unchanged<Result> {
  readonly unchanged: true;
  readonly result: Result;
}

/** What a command is given beside its transaction. */
export interface Moment {
  /** The database's clock, read after the lock, in whole ms: every time of this command is this one. */
  readonly now: Date;
  /** Shared by all events of this command. */
  readonly correlationId: string;
}

export type Command<Result> = (tx: WriteTx, moment: Moment) => Promise<Outcome<Result> | Unchanged<Result>>;

export interface WriteDeps {
  readonly database: Database;
  readonly auditKey: Buffer;
  readonly sealKey: Buffer;
  /** Puts a job for each mail into the queue, inside the transaction. */
  readonly enqueueMails: (tx: Transaction, mailIds: readonly string[]) => Promise<void>;
  /** The same for each message to an endpoint of the account. */
  readonly enqueueWebhooks: EnqueueWebhooks;
}

/** The one way to change anything. */
export interface Write {
  /** Runs a command under the account's lock; unknown account → `not_found`. */
  <Result>(context: CommandContext, accountId: AccountId, command: Command<Result>): Promise<Result>;
  /** The same for a command that creates the account itself: there is nothing to lock yet. */
  creatingAccount<Result>(
    context: CommandContext,
    accountId: AccountId,
    command: Command<Result>,
  ): Promise<Result>;
}

/**
 * The write door: one transaction of lock, idempotency, command, mails with their jobs, audit events, announcement.
 * Whatever throws rolls all of it back. Deadlocks and serialisation failures are retried by the database layer.
 */
export function createWrite(deps: WriteDeps): Write {
  const run = <Result>(
    context: CommandContext,
    accountId: AccountId,
    locks: boolean,
    command: Command<Result>,
  ) =>
    deps.database.transaction(async (transaction): Promise<Result> => {
      const tx = transaction as WriteTx;
      if (locks) await lockAccount(tx, accountId);
      // A statement of its own, because one that waits for a lock has read its clock before the wait.
      const now = await deps.database.now(tx);
      const stored = await storedAnswer<Result>(tx, deps.sealKey, context.idempotency, now);
      if (stored) return stored.result;
      const correlationId = newId();
      const outcome = await command(tx, { now, correlationId });
      if (!('unchanged' in outcome)) {
        await recordMails(tx, deps, accountId, outcome.mails ?? [], now);
        const origin = { ...context, accountId, at: now, correlationId };
        const events = await appendEvents(tx, deps.auditKey, origin, outcome.events).catch(giveUp);
        await recordWebhooks(tx, deps.enqueueWebhooks, accountId, events);
        await announce(tx, accountId, outcome.signals ?? []);
      }
      await rememberAnswer(tx, deps.sealKey, context.idempotency, outcome.result);
      return outcome.result;
    });
  return Object.assign(
    <Result>(context: CommandContext, accountId: AccountId, command: Command<Result>) =>
      run(context, accountId, true, command),
    {
      creatingAccount: <Result>(context: CommandContext, accountId: AccountId, command: Command<Result>) =>
        run(context, accountId, false, command),
    },
  );
}

/** A deadlock is tried again; whatever else keeps the event from being written makes the service unavailable. */
function giveUp(cause: unknown): never {
  if (classify(cause).kind === 'retry') throw cause;
  throw new AuditNotWritten(cause);
}

/** Blocks every other command on this account until the end of the transaction (security.md 1.5). */
async function lockAccount(tx: Transaction, accountId: AccountId): Promise<void> {
  const rows = await tx.execute(sql`select 1 from account where id = ${accountId} for no key update`);
  if (rows.length === 0) fail('not_found');
}

async function recordMails(
  tx: WriteTx,
  deps: WriteDeps,
  accountId: AccountId,
  mails: readonly NewMail[],
  now: Date,
): Promise<void> {
  if (mails.length === 0) return;
  // As one parameter: a list of values would hit the protocol's limit with a large site.
  await tx.execute(sql`
    insert into mail (id, account_id, kind, ref, generation, recipient, data, created_at)
    select m.id, ${accountId}, m.kind, m.ref, m.generation, m.recipient, m.data, ${now.toISOString()}
    from jsonb_to_recordset(${JSON.stringify(mails)}::text::jsonb)
      as m(id uuid, kind text, ref uuid, generation int, recipient text, data jsonb)`);
  await deps.enqueueMails(
    tx,
    mails.map((one) => one.id),
  );
}
