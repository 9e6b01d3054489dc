import { SURFACES } from '@keyholder/domain';
import { Navigate, useParams } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useAdminSite } from '../admin-site.ts';
import { NotFoundPage } from '../shell/not-found-page.tsx';
import { NotGranted } from '../site-home/not-granted.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { unsavedTexts, type UnsavedText } from '../unsaved-text.ts';
import { SITE_AREAS } from './site-areas.ts';

/** One area of Site Admin, or why it is not open to this role. */
export function SiteAreaPage() {
  const site = useAdminSite();
  const { area: key } = useParams({ from: '/session/admin/$account/$site/$area' });
  const area = SURFACES.find((surface) => surface.key === key);
  const granted = site.surfaces.some((surface) => surface.key === key);
  // A role that changes while somebody writes takes the editor away with this render.
  const [kept, setKept] = useState<readonly UnsavedText[] | null>(null);
  if (granted === (kept !== null)) setKept(granted ? null : unsavedTexts());

  if (!area) return <NotFoundPage />;
  if (!granted) return <NotGranted site={site} area={area.label} unsaved={kept ?? []} />;
  if (area.key === 'overview')
    return (
      <Navigate to="/admin/$account/$site" params={{ account: site.account.slug, site: site.slug }} replace />
    );
  const Page = SITE_AREAS[area.key];
  return Page ? (
    <Suspense fallback={<SkeletonRows rows={6} />}>
      <Page key={area.key} />
    </Suspense>
  ) : (
    <NotFoundPage />
  );
}
