import type { Deps } from '../deps.ts';
import { nudgeInvitees, tellInviters } from '../invitations/send-notices.ts';
import { recordAccessEnds } from '../members/record-access-ends.ts';
import { tellAccessEnds } from '../members/tell-access-ends.ts';

/** How often each process looks for what time has brought. */
const EVERY_MS = 5 * 60_000;

/**
 * What nobody does but the clock: ends of access, and mails about what is about to end or did [R28, R34]. Every process
 * makes its rounds; what one has done the next does not find, and the database keeps two from doing it at once.
 */
export function createRounds(deps: Deps): { run(): Promise<void>; stop(): Promise<void> } {
  // Ends first: the invitations of who lost the authority with it need no reminder.
  const tasks = { recordAccessEnds, tellAccessEnds, nudgeInvitees, tellInviters };

  async function run(): Promise<void> {
    for (const [task, work] of Object.entries(tasks))
      await work(deps).catch((error: unknown) => {
        deps.log.warn({ task, error: String(error) }, 'a task of the rounds was not done');
      });
  }

  let running = Promise.resolve();
  // Processes that started together do not go round together.
  const next = () => void (running = running.then(run));
  const timer = setInterval(next, EVERY_MS * (0.9 + Math.random() / 5));
  timer.unref();
  return {
    run,
    stop() {
      clearInterval(timer);
      return running;
    },
  };
}
