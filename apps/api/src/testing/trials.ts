import { setTimeout as sleep } from 'node:timers/promises';

/** How often each race is run; `KEYHOLDER_RACE_TRIALS` asks for more than the normal suite has time for. */
export const TRIALS = Number(process.env['KEYHOLDER_RACE_TRIALS'] ?? 25);

/** Starts all at nearly the same instant, each after its own random pause: without that one side wins most of the time. */
export function atOnce<Result>(starts: readonly (() => Promise<Result>)[], spreadMs = 4): Promise<Result[]> {
  return Promise.all(starts.map(async (start) => (await sleep(Math.random() * spreadMs), start())));
}
