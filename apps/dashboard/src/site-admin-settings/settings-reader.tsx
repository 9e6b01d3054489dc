import { adminSettingsWords as words } from '../messages/site-admin-settings.ts';
import { siteSettingsWords } from '../messages/site-settings.ts';
import { Facts } from '../ui/panel.tsx';
import type { Settings } from './settings-queries.ts';

/** The settings for whoever may see them and no more. */
export const SettingsReader = ({ settings }: { settings: Settings }) => (
  <Facts>
    {[
      [siteSettingsWords.name, settings.name],
      [siteSettingsWords.domain, settings.domain],
      [words.language, settings.language],
      [words.timezone, settings.timezone],
      [words.description, settings.description === '' ? words.none : settings.description],
    ]}
  </Facts>
);
