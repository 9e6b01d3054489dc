import { setTimeout as sleep } from 'node:timers/promises';

/** How often each race is run; `KEYHOLDER_RACE_TRIALS` asks for more than the normal suite has time for. */
export const TRIALS = Number(process.env['KEYHOLDER_RACE_TRIALS'] ?? 25);

/** Starts all at nearly the same instant, each after its own random pause: without that one side wins most of the time. */
export function atOnce<Result>(starts: readonly (() => Promise<Result>)[], spreadMs = 4): Promise<Result[]> {
  return Promise.all(starts.map(async (start) => (await sleep(Math.random() * spreadMs), start())));
}

/** A small number made from a text: names for people that differ by route, and are the same in every run. */
export function hash(text: string): number {
  let sum = 0;
  for (const letter of text) sum = (sum * 31 + letter.codePointAt(0)!) | 0;
  return Math.abs(sum);
}

/** The races that decide who owns, who sits and who gets in are run this often in the normal suite too. */
export const MANY_TRIALS = Math.max(200, TRIALS);

/** Runs so many trials, a few at a time: each lane has an account of its own, so that lanes do not wait for each other's lock. */
export async function inLanes<Lane>(
  trials: number,
  lanes: readonly Lane[],
  trial: (lane: Lane, number: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  await Promise.all(
    lanes.map(async (lane) => {
      while (next < trials) await trial(lane, (next += 1));
    }),
  );
}
