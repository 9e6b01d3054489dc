import type { ParseArgsConfig } from 'node:util';
import type { Env } from '../env.ts';
import type { Terminal } from './terminal.ts';

export interface Given {
  /** The value of an option that takes one. */
  readonly text: (name: string) => string | undefined;
  /** Whether an option without a value was given. */
  readonly flag: (name: string) => boolean;
  /** What stands behind the two words of the command. */
  readonly rest: readonly string[];
}

/** One command of `pnpm keyholder`. */
export interface Command {
  /** `audit verify` */
  readonly words: string;
  /** How it is written, one line for each form. */
  readonly usage: readonly string[];
  /** What it does, for its own `--help`. */
  readonly help: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** Null when it was asked for in a way that it does not know. */
  readonly run: (env: Env, terminal: Terminal, given: Given) => Promise<number> | null;
}
