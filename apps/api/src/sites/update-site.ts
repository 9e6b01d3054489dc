import type { CommandContext } from '@keyholder/db';
import { fail, maySeeSite, siteRoleGrants } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import type { PersonAccess, SiteAccess } from '../http/access.ts';
import { readStandings } from '../roster/standings.ts';
import { lockSite, saveSiteChange } from './site-repository.ts';
import { viewSite } from './site-view.ts';
import type { SiteView } from './site-view.ts';

export interface SiteChange {
  readonly name?: string | undefined;
  readonly domain?: string | undefined;
}

/** Changes name or domain of a site. Its slug stays, so that links keep working; an account role is no way in [R3]. */
export function updateSite(
  deps: Pick<Deps, 'write'>,
  command: CommandContext,
  person: PersonAccess,
  access: SiteAccess,
  change: SiteChange,
): Promise<SiteView> {
  return deps.write(command, access.account.id, async (tx, { now }) => {
    const standingOf = await readStandings(tx, access.account.id, access.id, [person.userId], now);
    const { accountRole, siteRole } = standingOf(person.userId);
    const before = await lockSite(tx, access.account.id, access.id);
    if (!before || accountRole === null || !maySeeSite({ accountRole, siteRole })) return fail('not_found');
    if (!siteRoleGrants(siteRole, 'settings.write')) return fail('permission.denied');

    const after = { ...before, name: change.name ?? before.name, domain: change.domain ?? before.domain };
    const result = viewSite({ ...after, account: access.account, accountRole, role: siteRole });
    if (after.name === before.name && after.domain === before.domain) return { unchanged: true, result };
    await saveSiteChange(tx, access.id, { name: after.name, domain: after.domain });
    return {
      result,
      events: [
        {
          action: 'site.updated',
          target: { kind: 'site', id: access.id },
          siteId: access.id,
          before: { name: before.name, domain: before.domain },
          after: { name: after.name, domain: after.domain },
        },
      ],
      signals: [{ event: 'site.changed', id: access.id, siteId: access.id }],
    };
  });
}
