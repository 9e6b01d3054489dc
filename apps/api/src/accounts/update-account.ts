import type { CommandContext, NewAuditEvent } from '@keyholder/db';
import { accountRoleGrants, fail } from '@keyholder/domain';
import type { Plan } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import type { AccountAccess, PersonAccess } from '../http/access.ts';
import { readAccountStanding } from '../roster/standings.ts';
import { forgetOldSlugs, isSlugTaken, readSettings, saveSettings } from './account-repository.ts';
import type { AccountSettings } from './account-repository.ts';
import type { AccountView } from './account-view.ts';
import { viewAccount } from './read-account.ts';

export interface AccountChange {
  readonly name?: string | undefined;
  readonly slug?: string | undefined;
  readonly plan?: Plan | undefined;
}

/**
 * Gives an account another name, slug or plan. All people stay [R24], and so do links: a slug that the account had still
 * leads to it.
 */
export function updateAccount(
  deps: Pick<Deps, 'write'>,
  command: CommandContext,
  person: PersonAccess,
  account: AccountAccess,
  change: AccountChange,
): Promise<AccountView> {
  return deps.write(command, account.id, async (tx) => {
    const { accountRole } = await readAccountStanding(tx, account.id, person.userId);
    if (accountRole === null) return fail('not_found');
    const may = (permission: 'account.settings' | 'account.plan') =>
      accountRoleGrants(accountRole, permission) || fail('permission.denied');
    if (change.name !== undefined || change.slug !== undefined) may('account.settings');
    if (change.plan !== undefined) may('account.plan');

    const from = (await readSettings(tx, account.id)) ?? fail('not_found');
    const to = {
      name: change.name ?? from.name,
      slug: change.slug ?? from.slug,
      plan: change.plan ?? from.plan,
    };
    if (await isSlugTaken(tx, account.id, to.slug)) fail('account.slug_taken', { slug: to.slug });
    const [first, ...more] = eventsOf(account, from, to);
    const view = () => viewAccount(tx, person, { ...account, ...to, role: accountRole });
    if (!first) return { unchanged: true, result: await view() };
    await saveSettings(tx, account.id, to);
    if (to.slug !== from.slug) await forgetOldSlugs(tx, account.id, to.slug);
    return {
      result: await view(),
      events: [first, ...more],
      signals: [{ event: 'account.changed', id: account.id }],
    };
  });
}

function eventsOf({ id }: AccountAccess, from: AccountSettings, to: AccountSettings): NewAuditEvent[] {
  const target = { kind: 'account', id } as const;
  const events: NewAuditEvent[] = [];
  if (from.name !== to.name)
    events.push({ action: 'account.renamed', target, before: { name: from.name }, after: { name: to.name } });
  if (from.slug !== to.slug)
    events.push({
      action: 'account.slug_changed',
      target,
      before: { slug: from.slug },
      after: { slug: to.slug },
    });
  if (from.plan !== to.plan)
    events.push({
      action: 'account.plan_changed',
      target,
      before: { plan: from.plan },
      after: { plan: to.plan },
    });
  return events;
}
