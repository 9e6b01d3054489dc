import { lazy, Suspense, type ReactNode } from 'react';
import { contentWords as words } from '../messages/content.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import { StatusPill } from '../ui/status-pill.tsx';
import type { Content } from './content-queries.ts';

const Preview = lazy(async () => ({ default: (await import('./preview.tsx')).Preview }));

/** For whoever may read but not write. */
export const ContentReader = ({ saved, above }: { saved: Content; above: ReactNode }) => (
  <div className="flex max-w-reading flex-col gap-4">
    <PageHeader
      above={above}
      title={saved.title}
      below={
        <StatusPill tone={saved.status === 'published' ? 'ok' : 'neutral'}>
          {words.status[saved.status]}
        </StatusPill>
      }
    />
    <Panel className="p-5">
      <Suspense>
        <Preview body={saved.body} />
      </Suspense>
    </Panel>
  </div>
);
