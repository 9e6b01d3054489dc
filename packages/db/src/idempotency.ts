import { deserialize, serialize } from 'node:v8';
import { fail } from '@keyholder/domain';
import { and, eq } from 'drizzle-orm';
import type { Transaction } from './connect.ts';
import { idempotency } from './schema/index.ts';
import { seal, unseal } from './seal.ts';

/** How long an answer is kept, in ms (http-api.md, Conventions). */
export const IDEMPOTENCY_MS = 24 * 3_600_000;

/** A request that carries an Idempotency-Key. */
export interface IdempotentRequest {
  /** Who sends it (a person, a key, for invitee routes the invitation). */
  readonly principal: string;
  readonly route: string;
  readonly key: string;
  /** SHA-256 of the body. */
  readonly hash: Buffer;
}

/**
 * The stored result when this key was used before with the same body, else null after claiming the key: a parallel
 * twin waits here until this transaction ends. Another body → `idempotency.mismatch`.
 */
export async function storedAnswer<Result>(
  tx: Transaction,
  sealKey: Buffer,
  request: IdempotentRequest | undefined,
  now: Date,
): Promise<{ result: Result } | null> {
  if (!request) return null;
  const { principal, route, key, hash } = request;
  const place = and(
    eq(idempotency.principal, principal),
    eq(idempotency.route, route),
    eq(idempotency.key, key),
  );
  const claimed = await tx
    .insert(idempotency)
    .values({ principal, route, key, requestHash: hash, createdAt: now })
    .onConflictDoNothing()
    .returning({ key: idempotency.key });
  if (claimed.length > 0) return null;
  const [row] = await tx.select().from(idempotency).where(place).for('update');
  if (!row || now.getTime() - row.createdAt.getTime() >= IDEMPOTENCY_MS) {
    await tx.delete(idempotency).where(place);
    return storedAnswer(tx, sealKey, request, now);
  }
  if (!row.requestHash.equals(hash)) fail('idempotency.mismatch');
  return { result: deserialize(unseal(sealKey, row.answer!, label(request))) as Result };
}

/** Keeps what the command answered, sealed, because it may hold a secret that is shown once (security.md 1.7). */
export async function rememberAnswer(
  tx: Transaction,
  sealKey: Buffer,
  request: IdempotentRequest | undefined,
  result: unknown,
): Promise<void> {
  if (!request) return;
  const { principal, route, key } = request;
  await tx
    .update(idempotency)
    .set({ answer: seal(sealKey, serialize(result), label(request)) })
    .where(and(eq(idempotency.principal, principal), eq(idempotency.route, route), eq(idempotency.key, key)));
}

const label = ({ principal, route, key }: IdempotentRequest): Buffer =>
  Buffer.from(`${principal}\n${route}\n${key}`);
