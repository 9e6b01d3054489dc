import { useEffect, useRef, type ReactNode } from 'react';

export interface PageHeaderProps {
  title: string;
  /** Above the title, usually a Breadcrumb. */
  above?: ReactNode;
  /** Under the title. */
  below?: ReactNode;
  actions?: ReactNode;
}
/** The page's one h1. */
export function PageHeader({ title, above, below, actions }: PageHeaderProps) {
  return (
    <header className="mb-4">
      {above}
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <div className="min-w-0 flex-1 basis-60">
          <h1 tabIndex={-1} className="text-20 font-semibold tracking-[-0.01em] [overflow-wrap:anywhere]">
            {title}
          </h1>
          {below && <div className="text-14 text-ink-2">{below}</div>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2 max-md:w-full">{actions}</div>}
      </div>
    </header>
  );
}

/** Links with slashes; the last entry is where you are. */
export function Breadcrumb({ label, children }: { label: string; children: readonly ReactNode[] }) {
  return (
    <nav aria-label={label} className="mb-1.5">
      <ol className="flex flex-wrap gap-x-1.5 text-13 text-ink-3 [&_a]:text-ink-2 [&_a]:no-underline [&_a:hover]:underline">
        {children.map((crumb, index) => (
          <li
            key={index}
            className="flex gap-1.5"
            aria-current={index === children.length - 1 ? 'page' : undefined}
          >
            {index > 0 && <span aria-hidden="true">/</span>}
            {crumb}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** A heading that takes focus when it appears, for pages that replace what was there. */
export function FocusedHeading({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // A form that has taken focus for its first field keeps it.
    if (document.activeElement === null || document.activeElement === document.body) heading.current?.focus();
  }, []);
  return (
    <h1
      ref={heading}
      tabIndex={-1}
      className="text-24 font-semibold tracking-[-0.01em] [overflow-wrap:anywhere]"
    >
      {children}
    </h1>
  );
}
