import type { ErrorCode } from './error.ts';

/** What a rule answers: go ahead with a value, or a refusal from the closed list of codes. */
export type Decision<Value> =
  { readonly allowed: true; readonly value: Value } | { readonly allowed: false; readonly refusal: Refusal };

/** A refusal and the facts that the caller may be told about it (never more than they may know). */
export interface Refusal {
  readonly code: ErrorCode;
  readonly facts?: Readonly<Record<string, unknown>>;
}

export const allow = <Value>(value: Value): Decision<Value> => ({ allowed: true, value });

export const refuse = (code: ErrorCode, facts?: Readonly<Record<string, unknown>>): Decision<never> => ({
  allowed: false,
  refusal: facts ? { code, facts } : { code },
});

/** Thrown when a command must stop; the transaction around it rolls back. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.name = 'DomainError';
    this.code = refusal.code;
    this.facts = refusal.facts ?? {};
  }
}

/** The value of a decision, or a throw: a transaction that merely returned the refusal would commit what it wrote. */
export function must<Value>(decision: Decision<Value>): Value {
  if (!decision.allowed) throw new DomainError(decision.refusal);
  return decision.value;
}

/** Stops the command with this code. */
export function fail(code: ErrorCode, facts?: Readonly<Record<string, unknown>>): never {
  throw new DomainError(facts ? { code, facts } : { code });
}
