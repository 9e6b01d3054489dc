import type { Transaction } from '@keyholder/db';
import { databaseNow, newId } from '@keyholder/db';
import type { EmailAddress, UserId } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import { AGENCY, FORMER_FREELANCER, FORMER_LEAD, FOUNDER, PEOPLE, SITES, STUDIO } from './cast.ts';
import type { Member } from './cast.ts';
import { hasPeople, insertPeople, lockSeed, saveLastActive, settleMails } from './demo-repository.ts';
import type { DemoPerson } from './demo-repository.ts';
import { demoLogins, workingLogins } from './logins.ts';
import type { DemoLogin } from './logins.ts';
import { DEAD_MAILBOX } from './recent-scenes.ts';
import { offset } from './scene.ts';
import type { Scene } from './scene.ts';
import { openStage } from './stage.ts';
import type { Stage } from './stage.ts';
import { story } from './story.ts';
import { studioScenes } from './studio-scenes.ts';
import { foundAccount } from './troupe.ts';

const DAY_MS = 86_400_000;
const STUDIO_FOUNDED = 100;
const EVERYBODY: readonly Member[] = [FOUNDER, FORMER_LEAD, FORMER_FREELANCER, ...PEOPLE];

/**
 * Fills a database without people with the demo, and answers the logins that work now. Never in production. Its
 * addresses belong to nobody, so no mail may leave: with an SMTP server set nothing is seeded; without one mails go to
 * the dev mailbox. One transaction under one lock: however many processes start at once, and wherever one is
 * interrupted, the demo is there once and whole, or not at all (security.md A-022).
 */
export async function seedDemo(deps: Deps, say: (line: string) => void): Promise<readonly DemoLogin[]> {
  if (deps.settings.production) {
    say('DEMO is not for production: nothing was seeded.');
    return [];
  }
  if (await deps.read((db) => hasPeople(db))) return workingLogins(deps.database, deps.keys.demo);
  if (!deps.mailbox) {
    say('SMTP_URL is set: no demo data, because its people have addresses that nobody should write to.');
    return [];
  }
  say(`Seeding the demo: ${SITES.length} sites and ${PEOPLE.length + 1} people …`);
  // Hashing takes longer than everything else, and needs no lock.
  const hashes = await hashPasswords(deps);
  await deps.database.transaction(async (tx) => {
    await lockSeed(tx);
    if (!(await hasPeople(tx))) await tellStory(deps, tx, hashes);
  });
  return workingLogins(deps.database, deps.keys.demo);
}

async function tellStory(deps: Deps, tx: Transaction, hashes: ReadonlyMap<string, string>): Promise<void> {
  const now = await databaseNow(tx);
  const ago = (days: number) => new Date(now.getTime() - Math.round(days * DAY_MS));
  const people = EVERYBODY.map(({ name, email, joined }): DemoPerson => ({
    ...{ userId: newId<UserId>(), name, email: email as EmailAddress, createdAt: ago(joined) },
    passwordHash: hashes.get(email) ?? null,
  }));
  await insertPeople(tx, people);

  await tell(deps, tx, ago, FOUNDER.joined, async (stage) =>
    story(await foundAccount(stage, people, FOUNDER.name, AGENCY), now),
  );
  await tell(deps, tx, ago, STUDIO_FOUNDED, async (stage) =>
    studioScenes(await foundAccount(stage, people, STUDIO.founder, STUDIO.name), people),
  );

  await saveLastActive(
    tx,
    people.map(({ userId }, index) => ({ userId, at: lastActive(EVERYBODY[index]!, index, ago) })),
  );
  await deps.enqueueMails(tx, await settleMails(tx, DEAD_MAILBOX as EmailAddress));
}

function lastActive({ active }: Member, index: number, ago: (days: number) => Date): Date | null {
  if (active === null) return null;
  return ago(active < 2 ? active : active + offset(index));
}

/** The founding of an account, then its scenes one after the other, each at its time. */
async function tell(
  deps: Deps,
  tx: Transaction,
  ago: (days: number) => Date,
  foundedDaysAgo: number,
  begin: (stage: Stage) => Promise<readonly Scene[]>,
): Promise<void> {
  const stage = openStage(deps, tx);
  stage.setTime(ago(foundedDaysAgo));
  for (const scene of await begin(stage)) {
    stage.setTime(ago(scene.daysAgo));
    await scene.play();
  }
}

async function hashPasswords({ identity, keys }: Deps): Promise<ReadonlyMap<string, string>> {
  const logins = demoLogins(keys.demo);
  return new Map(
    await Promise.all(
      logins.map(async ({ email, password }) => [email, await identity.hashPassword(password)] as const),
    ),
  );
}
