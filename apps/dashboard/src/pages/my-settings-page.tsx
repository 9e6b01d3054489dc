import { useParams } from '@tanstack/react-router';
import { Suspense } from 'react';
import { TabLink } from '../links.tsx';
import { profileWords as words } from '../messages/profile.ts';
import { usePageTitle } from '../page-title.ts';
import { NotFoundPage } from '../shell/not-found-page.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { TabBar } from '../ui/tabs.tsx';
import { MY_SECTIONS } from './my-settings-sections.ts';

/** What is yours whatever the account: a tab for each section. */
export function MySettingsPage() {
  const { section } = useParams({ from: '/session/shell/me/$section' });
  const found = MY_SECTIONS.find(({ key }) => key === section);
  usePageTitle(found?.label, words.title);
  if (!found) return <NotFoundPage />;
  return (
    <>
      <PageHeader title={words.title} />
      <TabBar label={words.sections}>
        {MY_SECTIONS.map(({ key, label }) => (
          <TabLink key={key} to="/me/$section" params={{ section: key }}>
            {label}
          </TabLink>
        ))}
      </TabBar>
      <div className="pt-6">
        <Suspense fallback={<SkeletonRows />}>
          <found.Part />
        </Suspense>
      </div>
    </>
  );
}
