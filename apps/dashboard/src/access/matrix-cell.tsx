import { Clock, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { cx } from '../ui/cx.ts';
import type { CellTone } from './cells.ts';

const TONE: Record<CellTone, string> = {
  none: 'text-ink-3',
  'reach-1': 'text-ink-2',
  'reach-2': 'bg-fill-2 font-semibold',
  'reach-3': 'bg-ink font-semibold text-canvas',
  offer: 'border border-warn bg-warn-soft font-semibold text-warn',
  expired: 'border border-danger bg-danger-soft font-semibold text-danger',
  staged: 'border-2 border-accent bg-accent-soft font-semibold',
  removal: 'border-2 border-accent bg-danger-soft font-semibold text-danger line-through',
};
const mark = { 'aria-hidden': true, size: 12, strokeWidth: 2, className: 'flex-none' } as const;

interface MatrixCellProps {
  at: string;
  column: number;
  left: number;
  width: number;
  letters: string;
  name: string;
  tone: CellTone;
  refused: boolean;
  /** One of several chosen. */
  chosen: boolean;
  focused: boolean;
  fixed: boolean;
  open: boolean;
}
/** Values only, so that an arrow key paints two cells anew and not all of them. */
export const MatrixCell = memo(function MatrixCell(props: MatrixCellProps) {
  const { at, column, left, width, letters, name, tone, refused, chosen, focused, fixed, open } = props;
  return (
    <div
      role="gridcell"
      data-at={at}
      aria-colindex={column + 1}
      aria-label={name}
      aria-selected={chosen}
      aria-readonly={fixed || undefined}
      aria-haspopup={fixed ? undefined : 'listbox'}
      aria-expanded={fixed ? undefined : open}
      tabIndex={focused ? 0 : -1}
      style={{ left, width }}
      className="group/cell absolute inset-y-0 cursor-default border-r border-b border-line text-12 select-none focus-visible:z-1 focus-visible:-outline-offset-2"
    >
      <span
        className={cx(
          'flex h-full items-center justify-center gap-1 tracking-[0.02em] group-hover/cell:underline underline-offset-3',
          // A ring of paper between the focus and a filled cell, or it would not be seen there.
          'group-focus-visible/cell:shadow-[inset_0_0_0_4px_var(--surface)]',
          TONE[tone],
          refused && 'border-2 border-dashed border-danger',
          chosen && 'outline-2 -outline-offset-2 outline-accent',
        )}
      >
        {letters}
        {(tone === 'offer' || tone === 'expired') && <Clock {...mark} />}
        {refused && <TriangleAlert {...mark} />}
      </span>
    </div>
  );
});
