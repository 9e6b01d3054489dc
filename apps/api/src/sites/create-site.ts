import type { CommandContext, NewAuditEvent, WriteTx } from '@keyholder/db';
import { newId } from '@keyholder/db';
import {
  SITE_CREATOR_ROLE,
  accountRoleGrants,
  decideAssignment,
  fail,
  freeSlug,
  maySeeMembers,
  slugFrom,
} from '@keyholder/domain';
import type { SiteId, Standing } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import type { AccountAccess, PersonAccess } from '../http/access.ts';
import { readAccountStanding, readStandings } from '../roster/standings.ts';
import { lockSite, readSlugs, readTeam, saveCopies, saveCreator, saveSite } from './site-repository.ts';
import type { Colleague, NewSite } from './site-repository.ts';
import { viewSite } from './site-view.ts';
import type { SiteView } from './site-view.ts';

export interface SiteInput {
  readonly name: string;
  readonly domain: string;
  readonly copyTeamFrom?: SiteId | undefined;
}

/** Creates a site; its creator becomes its Owner, and another site's team may come along [R36]. */
export function createSite(
  deps: Pick<Deps, 'write'>,
  command: CommandContext,
  person: PersonAccess,
  account: AccountAccess,
  input: SiteInput,
): Promise<SiteView> {
  return deps.write(command, account.id, async (tx, { now }) => {
    const { accountRole } = await readAccountStanding(tx, account.id, person.userId);
    if (accountRole === null) return fail('not_found');
    if (!accountRoleGrants(accountRole, 'sites.create')) return fail('permission.denied');
    const creator: Standing = { userId: person.userId, accountRole, siteRole: SITE_CREATOR_ROLE };
    const source = input.copyTeamFrom ?? null;
    const team = source === null ? [] : await readCopyableTeam(tx, account, creator, source, now);

    const base = slugFrom(input.name);
    const taken = await readSlugs(tx, account.id, base);
    const site: NewSite = {
      id: newId<SiteId>(),
      accountId: account.id,
      name: input.name,
      slug: freeSlug(base, (slug) => taken.has(slug)),
      domain: input.domain,
    };

    await saveSite(tx, site, now);
    await saveCreator(tx, site, { userId: person.userId, role: SITE_CREATOR_ROLE }, now);
    if (source !== null)
      await saveCopies(
        tx,
        source,
        site,
        team.map((one) => one.userId),
        person.userId,
        now,
      );

    return {
      result: viewSite({ ...site, account, accountRole, role: SITE_CREATOR_ROLE }),
      events: [
        {
          action: 'site.created',
          target: { kind: 'site', id: site.id },
          siteId: site.id,
          after: { name: site.name, domain: site.domain },
        },
        joined(
          site,
          { userId: person.userId, siteRole: SITE_CREATOR_ROLE, accessUntil: null },
          { source: 'created' },
        ),
        ...team.map((one) => joined(site, one, { source: 'copied', from: source })),
      ],
      // It reaches everybody who may see the new site, the copied people included.
      signals: [{ event: 'site.created', id: site.id, siteId: site.id }],
    };
  });
}

/** Whom of the other site the creator may appoint on the new one; a site that they may not look into does not exist for them. */
async function readCopyableTeam(
  tx: WriteTx,
  account: AccountAccess,
  creator: Standing,
  source: SiteId,
  now: Date,
): Promise<readonly Colleague[]> {
  const standingOf = await readStandings(tx, account.id, source, [creator.userId], now);
  if (!(await lockSite(tx, account.id, source)) || !maySeeMembers(standingOf(creator.userId)))
    return fail('not_found');
  const team = await readTeam(tx, source, now);
  return team.filter(
    ({ userId, accountRole, siteRole }) =>
      userId !== creator.userId &&
      decideAssignment(creator, { userId, accountRole, siteRole: null }, siteRole).allowed,
  );
}

const joined = (
  site: NewSite,
  { userId, siteRole, accessUntil }: Pick<Colleague, 'userId' | 'siteRole' | 'accessUntil'>,
  how: Readonly<Record<string, unknown>>,
): NewAuditEvent => ({
  action: 'site_member.joined',
  target: { kind: 'person', id: userId },
  siteId: site.id,
  userId,
  after: { role: siteRole, ...(accessUntil ? { accessUntil: accessUntil.toISOString() } : {}), ...how },
});
