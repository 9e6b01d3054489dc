import type { AnchorHTMLAttributes, ReactNode, Ref } from 'react';
import { cx } from './cx.ts';

/** Tabs are addresses: links in a nav, the current one marked. `links.tsx` has the router versions of both anchors. */
export function TabBar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label} className="flex gap-5 overflow-x-auto border-b border-line">
      {children}
    </nav>
  );
}
interface TabProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  ref?: Ref<HTMLAnchorElement>;
}
export function TabAnchor({ className, children, ...rest }: TabProps) {
  return (
    <a
      {...rest}
      className={cx(
        '-mb-px flex-none border-b-2 border-transparent py-2.5 whitespace-nowrap text-ink-2 no-underline hover:text-ink aria-[current=page]:border-ink aria-[current=page]:font-semibold aria-[current=page]:text-ink focus-visible:outline-offset-[-2px]',
        className,
      )}
    >
      {children}
    </a>
  );
}

/** The smaller pair under the tabs: "Active 6 · Pending 4". */
export function SubTabs({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label} className="flex gap-1 max-md:w-full">
      {children}
    </nav>
  );
}
export function SubTabAnchor({ className, children, ...rest }: TabProps) {
  return (
    <a
      {...rest}
      className={cx(
        'inline-flex h-ctl items-center gap-1 rounded-2 px-2.5 font-medium text-ink-2 no-underline hover:text-ink aria-[current=page]:bg-fill-2 aria-[current=page]:font-semibold aria-[current=page]:text-ink',
        className,
      )}
    >
      {children}
    </a>
  );
}
