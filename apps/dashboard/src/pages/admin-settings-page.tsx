import { useQuery } from '@tanstack/react-query';
import { useMayHere } from '../admin-site.ts';
import { adminSettingsWords as words } from '../messages/site-admin-settings.ts';
import { siteSettingsWords } from '../messages/site-settings.ts';
import { usePageTitle } from '../page-title.ts';
import { ProblemPanel } from '../problem-panel.tsx';
import { SettingsForm } from '../site-admin-settings/settings-form.tsx';
import { settingsQuery } from '../site-admin-settings/settings-queries.ts';
import { SettingsReader } from '../site-admin-settings/settings-reader.tsx';
import { DeleteSite } from '../sites/delete-site.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel, Section } from '../ui/panel.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { useArea } from '../use-area.ts';
import { useAfterLeaving } from './use-after-leaving.ts';

/** What a site is and says about itself; its end, for whoever may. */
export function AdminSettingsPage() {
  const { site } = useArea('settings');
  const may = useMayHere();
  const afterDeletion = useAfterLeaving();
  const settings = useQuery(settingsQuery(site.id));
  usePageTitle(words.title, site.name);
  const mayWrite = may('settings.write');
  return (
    <>
      <PageHeader title={words.title} below={mayWrite ? undefined : words.readOnly} />
      <div className="flex flex-col gap-6">
        <Panel className="p-5">
          {settings.data ? (
            mayWrite ? (
              <SettingsForm site={site} saved={settings.data} />
            ) : (
              <SettingsReader settings={settings.data} />
            )
          ) : settings.error ? (
            <ProblemPanel problem={settings.error} onRetry={() => void settings.refetch()} />
          ) : (
            <SkeletonRows rows={4} />
          )}
        </Panel>
        {may('site.delete') && (
          <Section title={siteSettingsWords.danger}>
            <Panel className="flex flex-col items-start gap-3 border-danger p-5">
              <DeleteSite site={site} onDeleted={afterDeletion} />
            </Panel>
          </Section>
        )}
      </div>
    </>
  );
}
