import type { CommandContext, NewAuditEvent } from '@keyholder/db';
import { fail } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import type { SiteAccess } from '../http/access.ts';
import { carriedBy } from '../http/caller.ts';
import type { Caller } from '../http/caller.ts';
import { requireGranted } from '../roster/area-rights.ts';
import { requireMatch } from '../site-admin/etag.ts';
import { viewSettings } from './settings-view.ts';
import type { SettingsFacts, SettingsView } from './settings-view.ts';
import { lockSite, saveSiteChange } from './site-repository.ts';
import { readSettings, saveSettings } from './site-settings-repository.ts';
import { viewSite } from './site-view.ts';
import type { SiteView } from './site-view.ts';

export interface SiteChange {
  readonly name?: string | undefined;
  readonly domain?: string | undefined;
  readonly language?: string | undefined;
  readonly timezone?: string | undefined;
  readonly description?: string | undefined;
}

/** Changes what a site is called and says about itself. Its slug stays, so that links keep working. */
export function updateSite(
  deps: Pick<Deps, 'write'>,
  command: CommandContext,
  caller: Caller,
  access: SiteAccess,
  ifMatch: string | null,
  change: SiteChange,
): Promise<{ readonly site: SiteView; readonly settings: SettingsView }> {
  return deps.write(command, access.account.id, async (tx, { now }) => {
    await requireGranted(tx, caller, access, 'settings.write', now);
    const place = { accountId: access.account.id, siteId: access.id };
    const found = (await lockSite(tx, access.account.id, access.id)) ?? fail('not_found');
    const before: SettingsFacts = { ...found, ...(await readSettings(tx, place)) };
    requireMatch(ifMatch, viewSettings(before));

    const given = Object.entries(change).filter(([, value]) => value !== undefined);
    const after: SettingsFacts = { ...before, ...Object.fromEntries(given) };
    const result = {
      site: viewSite({ ...access, name: after.name, domain: after.domain }, carriedBy(caller)),
      settings: viewSettings(after),
    };
    const events = eventsOf(access.id, before, after);
    const [first, ...others] = events;
    if (!first) return { unchanged: true, result };
    await saveSiteChange(tx, access.id, { name: after.name, domain: after.domain });
    await saveSettings(tx, place, after);
    return {
      result,
      events: [first, ...others],
      signals: [{ event: 'site.changed', id: access.id, siteId: access.id }],
    };
  });
}

/** One event for what a site is called and where it is, one for what it says about itself; none for what stayed. */
function eventsOf(id: SiteAccess['id'], before: SettingsFacts, after: SettingsFacts): NewAuditEvent[] {
  const kinds = [
    ['site.updated', ['name', 'domain']],
    ['site.settings_changed', ['language', 'timezone', 'description']],
  ] as const;
  return kinds.flatMap(([action, keys]): NewAuditEvent[] => {
    const of = (facts: SettingsFacts) => Object.fromEntries(keys.map((key) => [key, facts[key]]));
    if (keys.every((key) => before[key] === after[key])) return [];
    return [{ action, target: { kind: 'site', id }, siteId: id, before: of(before), after: of(after) }];
  });
}
