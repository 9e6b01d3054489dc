import type { ReactNode } from 'react';
import { SkipLink } from '../ui/skip-link.tsx';

/** A page without the shell: one narrow column, the product's mark on top unless the page has its own. */
export function StandAlone({ top, children }: { top?: ReactNode; children: ReactNode }) {
  return (
    <>
      <SkipLink />
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto flex min-h-dvh w-full max-w-[calc(var(--container-form)+2rem)] flex-col px-4 pt-[min(4rem,8vh)] pb-16"
      >
        {top ?? <Mark />}
        {children}
      </main>
    </>
  );
}

export const Mark = () => (
  <div className="mb-5 flex items-center gap-2.5">
    <svg aria-hidden="true" viewBox="0 0 28 28" fill="none" className="size-7 flex-none">
      <rect width="28" height="28" rx="6" className="fill-accent" />
      <g className="stroke-on-accent" strokeWidth="2.2" strokeLinecap="round">
        <circle cx="10.5" cy="14" r="4.2" />
        <path d="M14.7 14h8m-3 0v3.8m-3.2-3.8v2.6" />
      </g>
    </svg>
    <span className="font-semibold">Keyholder</span>
  </div>
);

/** A letter or two on a dark tile: an account or a site. */
export const Tile = ({ name, small = false }: { name: string; small?: boolean }) => (
  <span
    aria-hidden="true"
    className={
      small
        ? 'grid size-5 flex-none place-items-center rounded-1 border border-line bg-surface text-[0.625rem] font-semibold text-ink-2'
        : 'grid size-7 flex-none place-items-center rounded-2 bg-ink text-12 font-semibold text-canvas'
    }
  >
    {small ? initials(name).slice(0, 1) : initials(name)}
  </span>
);
const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase();
