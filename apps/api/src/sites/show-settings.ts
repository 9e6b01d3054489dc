import type { Deps } from '../deps.ts';
import type { SiteAccess } from '../http/access.ts';
import { viewSettings } from './settings-view.ts';
import type { SettingsView } from './settings-view.ts';
import { readSettings } from './site-settings-repository.ts';

/** The settings of a site: name and domain as authentication has just read them, and what it says about itself. */
export async function showSettings(deps: Pick<Deps, 'read'>, site: SiteAccess): Promise<SettingsView> {
  const settings = await deps.read((db) => readSettings(db, { accountId: site.account.id, siteId: site.id }));
  return viewSettings({ ...settings, name: site.name, slug: site.slug, domain: site.domain });
}
