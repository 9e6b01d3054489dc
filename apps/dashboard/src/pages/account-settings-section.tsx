import { useParams } from '@tanstack/react-router';
import { Suspense } from 'react';
import { accountSettingsWords as words } from '../messages/account-settings.ts';
import { usePageTitle } from '../page-title.ts';
import { useAccount, useMay } from '../session/account.ts';
import { NotFoundPage } from '../shell/not-found-page.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { SETTINGS_SECTIONS } from './account-settings-sections.ts';

/** One section of the settings, by its address. */
export function AccountSettingsSection() {
  const { section } = useParams({ from: '/session/shell/$account/settings/$section' });
  const { item } = useParams({ strict: false });
  const may = useMay();
  const { name } = useAccount();
  const found = SETTINGS_SECTIONS.find(
    ({ key, needs, hasItems = false }) => key === section && may(needs) && (hasItems || item === undefined),
  );
  usePageTitle(found?.label, words.title, name);
  if (!found) return <NotFoundPage />;
  return (
    <Suspense fallback={<SkeletonRows />}>
      <found.Part />
    </Suspense>
  );
}
