import type { Database } from '@keyholder/db';
import { DomainError } from '@keyholder/domain';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { isLoopbackAddress, networkOf } from './client-address.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

interface Limit {
  /** The key begins with the caller's network address, followed by a space when there is more. */
  readonly perNetwork?: true;
  readonly points: number;
  /** From the first point on. */
  readonly seconds: number;
}

/**
 * Every limit (security.md 1.12) with the key that it counts by, but those on invitation mails: these are counted from
 * the sends themselves (invitations/send-limits.ts).
 */
export const LIMITS = {
  /** Failures; `<network address> <e-mail>`. */
  'sign_in.person_network': { perNetwork: true, points: 10, seconds: 15 * MINUTE },
  /** Failures; network address. */
  'sign_in.network': { perNetwork: true, points: 100, seconds: HOUR },
  /** Failures from networks that the person has no session from, together; e-mail. */
  'sign_in.strangers': { points: 50, seconds: 15 * MINUTE },
  /** Wrong codes of a second factor; person. */
  'second_factor.person': { points: 10, seconds: 15 * MINUTE },
  'second_factor.person_day': { points: 40, seconds: 24 * HOUR },
  /** Wrong passwords of somebody who is signed in; person. */
  'confirm.person': { points: 10, seconds: 15 * MINUTE },
  /** Tokens of any kind that were not ours; network address. */
  'token.wrong': { perNetwork: true, points: 60, seconds: HOUR },
  /** Network address. */
  sign_up: { perNetwork: true, points: 20, seconds: HOUR },
  /** Verification and reset mails asked for; e-mail. */
  identity_mail: { points: 3, seconds: HOUR },
  /** What a domain asks for; network address. */
  'sso.discover': { perNetwork: true, points: 120, seconds: 15 * MINUTE },
  /** Ways to an identity provider; network address. */
  'sso.start': { perNetwork: true, points: 60, seconds: 15 * MINUTE },
  /** Requests to providers and DNS that settings make; account. */
  'sso.settings': { points: 60, seconds: HOUR },
  /** Messages to endpoints that somebody asks for, tests and repetitions; account. */
  'webhook.send': { points: 60, seconds: MINUTE },
  /** `<network address> <form>`. */
  'submission.network': { perNetwork: true, points: 30, seconds: MINUTE },
  /** From everywhere together; form. */
  submission: { points: 1_000, seconds: HOUR },
  /** `<network address> <site>`. */
  'visit.network': { perNetwork: true, points: 120, seconds: MINUTE },
  /** From everywhere together; site. */
  visit: { points: 6_000, seconds: MINUTE },
} as const satisfies Record<string, Limit>;
export type LimitName = keyof typeof LIMITS;

/** One thing to count: which limit, by which key. */
export type Try = readonly [name: LimitName, key: string];

export interface Limits {
  /** Counts one; over the limit → `rate.limited` with `retryAfter` in seconds. */
  take(name: LimitName, key: string): Promise<void>;
  /** Counts one and answers whether it was within the limit. */
  tryTake(name: LimitName, key: string): Promise<boolean>;
  /**
   * Counts refusals only. A point is taken before the work, because parallel tries would all look before any of them
   * counted, and given back unless the work ends in a refusal.
   */
  countRefusals<Result>(tries: readonly Try[], work: () => Promise<Result>): Promise<Result>;
}

interface LimitsDeps {
  readonly database: Database;
  readonly production: boolean;
}

export function createLimits({ database, production }: LimitsDeps): Limits {
  const limiters = createLimiters(database);

  /** The stored key, or null where nothing is counted: loopback outside production. */
  function stored(name: LimitName, key: string): string | null {
    if (!(LIMITS[name] as Limit).perNetwork) return key;
    const [address = '', ...rest] = key.split(' ');
    if (!production && isLoopbackAddress(address)) return null;
    return [networkOf(address), ...rest].join(' ');
  }

  async function take(name: LimitName, key: string): Promise<void> {
    const place = stored(name, key);
    if (place === null) return;
    try {
      await limiters[name].consume(place);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      const retryAfter = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
      throw new DomainError({ code: 'rate.limited', facts: { retryAfter } });
    }
  }

  async function giveBack(tries: readonly Try[]): Promise<void> {
    await Promise.all(
      tries.map(async ([name, key]) => {
        const place = stored(name, key);
        if (place !== null) await limiters[name].reward(place);
      }),
    );
  }

  return {
    take,
    async tryTake(name, key) {
      try {
        await take(name, key);
        return true;
      } catch (error) {
        if (error instanceof DomainError) return false;
        throw error;
      }
    },
    async countRefusals(tries, work) {
      const taken: Try[] = [];
      try {
        for (const one of tries) {
          await take(...one);
          taken.push(one);
        }
      } catch (error) {
        await giveBack(taken);
        throw error;
      }
      try {
        const result = await work();
        await giveBack(taken);
        return result;
      } catch (error) {
        if (!(error instanceof DomainError) || error.code === 'service.unavailable') await giveBack(taken);
        throw error;
      }
    },
  };
}

/** Without the store each process counts for itself, a quarter of the points. */
function createLimiters({ sql, read }: Database): Record<LimitName, RateLimiterPostgres> {
  const query = ({ text, values }: { text: string; values: (string | number)[] }) =>
    read(async () => {
      const rows = await sql.unsafe(text, values, { prepare: true });
      return { rows, rowCount: rows.count };
    });
  const limiters = Object.entries(LIMITS).map(([name, { points, seconds }], index) => {
    const options = { keyPrefix: name, points, duration: seconds };
    const limiter = new RateLimiterPostgres({
      ...options,
      storeClient: { query },
      storeType: 'client',
      tableName: 'rate_limit',
      tableCreated: true,
      // All limiters share the table, so that one of them clears it.
      clearExpiredByTimeout: index === 0,
      // Far beyond the limit a process refuses without asking the database.
      inMemoryBlockOnConsumed: points * 2,
      insuranceLimiter: new RateLimiterMemory({ ...options, points: Math.ceil(points / 4) }),
    });
    return [name, limiter] as const;
  });
  return Object.fromEntries(limiters) as Record<LimitName, RateLimiterPostgres>;
}
