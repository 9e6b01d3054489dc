import type { ReactNode } from 'react';
import { cx } from './cx.ts';

export type Tone = 'ok' | 'warn' | 'danger' | 'info' | 'neutral';
const TONE: Record<Tone, string> = {
  ok: 'bg-ok-soft text-ok',
  warn: 'bg-warn-soft text-warn',
  danger: 'bg-danger-soft text-danger',
  info: 'bg-info-soft text-info',
  neutral: 'bg-sunken text-ink-2',
};
export const toneClass = (tone: Tone): string => TONE[tone];

export interface NoteProps {
  tone?: Tone | undefined;
  /** The first words, bold. */
  lead?: ReactNode;
  /** Usually one small Button; it takes the note's colour. */
  action?: ReactNode;
  /** "status" or "alert" when it appears while somebody works. */
  role?: 'status' | 'alert' | undefined;
  className?: string | undefined;
  children?: ReactNode;
}
/** A line that matters to everything under it. */
export function Note({ tone = 'warn', lead, action, role, className, children }: NoteProps) {
  return (
    <div
      role={role}
      className={cx(
        'flex flex-wrap items-center gap-x-3 gap-y-2 rounded-2 px-3.5 py-2.5 text-13 [&_button]:border-current [&_button]:bg-transparent [&_button]:text-current',
        TONE[tone],
        className,
      )}
    >
      <div className="min-w-0 flex-1 basis-60">
        {lead && <b className="font-semibold">{lead} </b>}
        {children}
      </div>
      {action}
    </div>
  );
}
