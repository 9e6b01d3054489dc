import { useId, type ReactNode } from 'react';
import { cx } from './cx.ts';

/** A white sheet with a hairline. */
export const Panel = ({ className, children }: { className?: string; children: ReactNode }) => (
  <div className={cx('rounded-3 border border-line bg-surface', className)}>{children}</div>
);

/** A titled part of a page. */
export function Section({
  title,
  actions,
  children,
  className,
}: {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={cx('flex flex-col gap-2.5', className)}>
      <div className="flex flex-wrap items-center gap-3">
        <h2 id={id} className="flex-1 text-16 font-semibold">
          {title}
        </h2>
        {actions}
      </div>
      {children}
    </section>
  );
}

/** Term and fact in two columns; one above the other on a phone. */
export function Facts({ children }: { children: readonly (readonly [term: string, fact: ReactNode])[] }) {
  return (
    <dl className="grid grid-cols-[minmax(7rem,10rem)_minmax(0,1fr)] gap-x-4 gap-y-2 max-sm:grid-cols-1 max-sm:gap-y-1">
      {children.map(([term, fact]) => (
        <div key={term} className="contents">
          <dt className="text-ink-3">{term}</dt>
          <dd className="m-0 [overflow-wrap:anywhere] max-sm:mb-2">{fact}</dd>
        </div>
      ))}
    </dl>
  );
}
