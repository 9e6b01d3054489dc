import type { CommandContext, NewAuditEvent, WriteTx } from '@keyholder/db';
import { newId } from '@keyholder/db';
import { DEFAULT_PLAN, FOUNDER_ROLE, PLANS, fail, freeSlug, slugFrom } from '@keyholder/domain';
import type { AccountId, UserId } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import type { PersonAccess } from '../http/access.ts';
import { readSlugs, saveAccount, saveFounder } from './account-repository.ts';
import type { NewAccount } from './account-repository.ts';
import { viewPlan } from './account-view.ts';
import type { CreatedAccount } from './account-view.ts';

/** Creates an account; whoever does it is its one owner [R1]. */
export function createAccount(
  deps: Pick<Deps, 'write'>,
  command: CommandContext,
  person: PersonAccess,
  { name }: { readonly name: string },
): Promise<CreatedAccount> {
  const id = newId<AccountId>();
  return deps.write.creatingAccount(command, id, async (tx, { now }) => {
    const { account, events } = await foundAccount(tx, { id, name }, person.userId, now);
    const seats = { limit: PLANS[account.plan].seatLimit, used: 1, reserved: 0 };
    return {
      result: { id, slug: account.slug, name, role: FOUNDER_ROLE, plan: viewPlan(account.plan, seats) },
      events,
    };
  });
}

/** The part of a command that makes an account with its one owner; answers it with its events. */
export async function foundAccount(
  tx: WriteTx,
  { id, name }: Pick<NewAccount, 'id' | 'name'>,
  founder: UserId,
  now: Date,
): Promise<{ readonly account: NewAccount; readonly events: readonly [NewAuditEvent, NewAuditEvent] }> {
  const account = await saveUnderFreeSlug(tx, { id, name, plan: DEFAULT_PLAN }, now);
  await saveFounder(tx, id, { userId: founder, role: FOUNDER_ROLE }, now);
  return {
    account,
    events: [
      {
        action: 'account.created',
        target: { kind: 'account', id },
        after: { name, slug: account.slug, plan: account.plan },
      },
      {
        action: 'account_member.joined',
        target: { kind: 'person', id: founder },
        userId: founder,
        after: { role: FOUNDER_ROLE },
      },
    ],
  };
}

/** Slugs are unique over all accounts, which no lock covers: a slug that was just taken is followed by the next. */
async function saveUnderFreeSlug(
  tx: WriteTx,
  wanted: Omit<NewAccount, 'slug'>,
  now: Date,
): Promise<NewAccount> {
  const base = slugFrom(wanted.name);
  for (let attempt = 1; attempt <= 20; attempt += 1) {
    const taken = await readSlugs(tx, base);
    const account = { ...wanted, slug: freeSlug(base, (slug) => taken.has(slug)) };
    if (await saveAccount(tx, account, now)) return account;
  }
  return fail('service.unavailable', { retryAfter: 1 });
}
