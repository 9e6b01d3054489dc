import type { ReactNode } from 'react';
import { accessWords as words } from '../messages/access.ts';
import { Skeleton } from '../ui/skeleton.tsx';

const ROWS = 8;

/** The heads that are known already, above what is on its way or did not come. */
export const MatrixFrame = ({
  sites,
  children,
}: {
  sites: readonly { id: string; name: string }[];
  children: ReactNode;
}) => (
  <div className="overflow-hidden rounded-3 border border-line bg-surface">
    <div aria-hidden="true" className="flex h-[50px] items-end border-b border-line text-12 text-ink-2">
      <span className="w-[232px] flex-none border-r border-line-strong px-3 pb-1.5 font-semibold max-md:w-[148px]">
        {words.person}
      </span>
      {sites.map((site) => (
        <span key={site.id} className="line-clamp-2 w-[92px] flex-none px-1.5 pb-1.5">
          {site.name}
        </span>
      ))}
    </div>
    {children}
  </div>
);

export const MatrixSkeleton = ({ sites }: { sites: readonly { id: string; name: string }[] }) => (
  <MatrixFrame sites={sites}>
    <div role="status" aria-label={words.loading}>
      {Array.from({ length: ROWS }, (_, row) => (
        <div key={row} className="flex h-[34px] items-center border-b border-line last:border-b-0">
          <span className="w-[232px] flex-none px-3 max-md:w-[148px]">
            <Skeleton className="w-32" />
          </span>
          {(sites.length > 0 ? sites : [{ id: '' }]).map((site) => (
            <span key={site.id} className="grid w-[92px] flex-none place-items-center">
              <Skeleton className="w-10" />
            </span>
          ))}
        </div>
      ))}
    </div>
  </MatrixFrame>
);
