import type { Database, Transaction } from './connect.ts';
import { rememberAnswer, storedAnswer } from './idempotency.ts';
import type { IdempotentRequest } from './idempotency.ts';

declare const intake: unique symbol;
/** A transaction of the intake: a repository that takes in what visitors send takes it, and no other `save…` does. */
export type IntakeTx = Transaction & { readonly [intake]: true };

/** Takes in what visitors of a site send: data, which changes nobody's access (decision 0010). */
export type Intake = <Result>(
  request: IdempotentRequest | undefined,
  take: (tx: IntakeTx, moment: { readonly now: Date }) => Promise<Result>,
) => Promise<Result>;

/**
 * The narrow door beside `write`: one transaction, no account lock and no audit event, because anybody may knock. What
 * strangers send can neither hold up an account's people nor fill its append-only log.
 */
export const createIntake =
  ({ database, sealKey }: { readonly database: Database; readonly sealKey: Buffer }): Intake =>
  (request, take) =>
    database.transaction(async (transaction) => {
      const tx = transaction as IntakeTx;
      const now = await database.now(tx);
      const stored = await storedAnswer<Awaited<ReturnType<typeof take>>>(tx, sealKey, request, now);
      if (stored) return stored.result;
      const result = await take(tx, { now });
      await rememberAnswer(tx, sealKey, request, result);
      return result;
    });
