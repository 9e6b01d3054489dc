import { cx } from './cx.ts';
import { words } from './words.ts';

/** A still tone in the shape of what comes. */
export const Skeleton = ({ className }: { className?: string }) => (
  <span aria-hidden="true" className={cx('block h-4 rounded-1 bg-fill-2', className)} />
);

/** Six rows of a table that is on its way. */
export function SkeletonRows({ rows = 6 }: { rows?: number }) {
  return (
    <div role="status" aria-label={words.loading} className="rounded-3 border border-line bg-surface">
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="flex h-row items-center gap-6 border-b border-line px-3 last:border-b-0">
          <Skeleton className="w-40" />
          <Skeleton className="w-56 max-md:hidden" />
          <Skeleton className="w-32" />
          <Skeleton className="ml-auto w-20 max-md:hidden" />
        </div>
      ))}
    </div>
  );
}
