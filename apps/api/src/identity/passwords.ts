import { availableParallelism } from 'node:os';
import { hash, parseOptions, verify } from '@node-rs/argon2';
import { createWorkQueue } from './work-queue.ts';

/** argon2id is the library's default algorithm; memory in KiB (security.md 1.1.11). */
const COST = { memoryCost: 65_536, timeCost: 2, parallelism: 1 };

export interface Passwords {
  /** A PHC string. The queue is full → `service.unavailable`, as for `verify`. */
  hash(password: string): Promise<string>;
  verify(hashed: string, password: string): Promise<boolean>;
  /** Whether it was made with less than today's cost. */
  isOutdated(hashed: string): boolean;
}

/** Memory and processor are what an attacker spends here, so that both are rationed. Only tests change `cost`. */
export function createPasswords({
  atOnce = availableParallelism(),
  waiting = 50,
  cost = COST,
} = {}): Passwords {
  const queued = createWorkQueue({ atOnce, waiting });
  return {
    hash: (password) => queued(() => hash(typed(password), cost)),
    verify: (hashed, password) => queued(() => verify(hashed, typed(password))),
    isOutdated(hashed) {
      const made = parseOptions(hashed);
      return made.memoryCost < cost.memoryCost || made.timeCost < cost.timeCost;
    },
  };
}

/** Two keyboards may send one character in two ways. */
const typed = (password: string): string => password.normalize('NFC');
