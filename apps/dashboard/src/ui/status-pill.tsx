import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { toneClass, type Tone } from './note.tsx';

/** A short state in words; the colour only repeats them. */
export const StatusPill = ({
  tone = 'neutral',
  wraps = false,
  children,
}: {
  tone?: Tone | undefined;
  /** For a state of several words that must fit a phone. */
  wraps?: boolean | undefined;
  children: ReactNode;
}) => (
  <span
    className={cx(
      'inline-flex items-center gap-1.5 px-2 py-0.5 text-12 font-semibold',
      wraps ? 'rounded-3' : 'rounded-full whitespace-nowrap',
      tone === 'neutral' ? 'bg-fill-2 text-ink-2' : toneClass(tone),
    )}
  >
    {children}
  </span>
);
