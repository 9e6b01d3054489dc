import { DatabaseBusy } from './gate.ts';

/** What a database error means to the one who asked; `constraint` is the name given in the schema. */
export type DatabaseFailure =
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'retry' }
  | { readonly kind: 'unique'; readonly constraint: string }
  | { readonly kind: 'foreign_key'; readonly constraint: string }
  | { readonly kind: 'check'; readonly constraint: string }
  | { readonly kind: 'bad_input' }
  | { readonly kind: 'unknown' };

const UNAVAILABLE_CLASSES = ['08', '53', '57P'];

const UNAVAILABLE = new Set([
  // PostgreSQL: statement cancelled, lock time-out, read-only after a fail-over, transaction left idle or too long.
  ...['57014', '55P03', '25006', '25P03', '25P04'],
  // The server lets nobody in: closed for connections, database gone, sign-in refused.
  ...['55000', '3D000', '28000', '28P01'],
  // postgres.js
  ...[
    'CONNECTION_CLOSED',
    'CONNECTION_ENDED',
    'CONNECTION_DESTROYED',
    'CONNECT_TIMEOUT',
    'CONNECTION_CONNECT_TIMEOUT',
  ],
  // the operating system
  ...[
    'ECONNREFUSED',
    'ECONNRESET',
    'ECONNABORTED',
    'EPIPE',
    'ETIMEDOUT',
    'EHOSTUNREACH',
    'EHOSTDOWN',
    'ENETUNREACH',
  ],
  ...['ENETDOWN', 'ENOTFOUND', 'EAI_AGAIN', 'ENOENT', 'EMFILE', 'ENFILE'],
]);

const BAD_INPUT = new Set(['22P02', '22021', '22P05', '22003']);

interface Coded {
  readonly code: string;
  readonly constraint: string;
}

/** Tells what kind of failure a thrown value is, looking through the causes that Drizzle wraps around it. */
export function classify(error: unknown): DatabaseFailure {
  for (const cause of causes(error)) {
    if (cause instanceof DatabaseBusy) return { kind: 'unavailable' };
    const coded = readCode(cause);
    const failure = coded && fromCode(coded);
    if (failure) return failure;
  }
  return { kind: 'unknown' };
}

function fromCode({ code, constraint }: Coded): DatabaseFailure | undefined {
  if (code === '40001' || code === '40P01') return { kind: 'retry' };
  if (code === '23505') return { kind: 'unique', constraint };
  if (code === '23503') return { kind: 'foreign_key', constraint };
  if (code === '23514') return { kind: 'check', constraint };
  if (BAD_INPUT.has(code)) return { kind: 'bad_input' };
  const unavailable =
    UNAVAILABLE.has(code) ||
    (code.length === 5 && UNAVAILABLE_CLASSES.some((start) => code.startsWith(start)));
  return unavailable ? { kind: 'unavailable' } : undefined;
}

function* causes(error: unknown): Generator<object> {
  const seen = new Set<unknown>();
  let next = error;
  while (typeof next === 'object' && next !== null && !seen.has(next)) {
    seen.add(next);
    yield next;
    next = 'cause' in next ? next.cause : undefined;
  }
}

/** postgres.js calls it `constraint_name`, pg (inside pg-boss) `constraint`. */
function readCode(error: object): Coded | undefined {
  if (!('code' in error) || typeof error.code !== 'string') return undefined;
  const names = error as { constraint_name?: unknown; constraint?: unknown };
  const constraint = names.constraint_name ?? names.constraint;
  return { code: error.code, constraint: typeof constraint === 'string' ? constraint : '' };
}
