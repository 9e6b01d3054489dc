import { memo } from 'react';
import { cx } from '../ui/cx.ts';
import { faceOf, type Cell } from './cells.ts';
import { countOf, HeadName, managing } from './head-cell.tsx';
import { MatrixCell } from './matrix-cell.tsx';
import { RowEnd, type Edges } from './matrix-edges.tsx';
import type { At } from './moves.ts';

interface MatrixRowProps extends Pick<Edges, 'access' | 'layout' | 'm'> {
  index: number;
  /** Which columns are in the document. */
  columns: readonly number[];
  cell: (at: At) => Cell | null;
  /** Nothing may be changed there. */
  fixed: (cell: Cell) => boolean;
  /** The column with the focus, or −1 when it is in another row. */
  focus: number;
  /** The first and last chosen column; none when the first is after the last. */
  chosenFrom: number;
  chosenTo: number;
  /** A list is open at the cell with the focus. */
  open: boolean;
}

/** Rows that neither lose nor get the focus stay as they are when it moves. */
export const MatrixRow = memo(function MatrixRow({
  access,
  layout,
  columns,
  m,
  index,
  cell,
  fixed,
  focus,
  chosenFrom,
  chosenTo,
  open,
}: MatrixRowProps) {
  const head = layout.rows[index];
  if (!head) return null;
  const row = index + 1;
  const place = { height: m.height, transform: `translateY(${index * m.height}px)` };
  const heading = head.kind === 'group';
  const tally = access.tally(head.key);
  return (
    <div role="row" aria-rowindex={row + 1} className="absolute inset-x-0 top-0" style={place}>
      <div
        role="rowheader"
        aria-colindex={1}
        aria-colspan={heading ? layout.columns.length + 2 : undefined}
        className={cx(
          'sticky left-0 z-2 flex h-full items-center gap-1 border-b border-line px-3 text-13',
          heading
            ? 'w-full bg-sunken text-12 font-semibold text-ink-2'
            : 'border-r border-r-line-strong bg-surface',
        )}
        style={heading ? {} : { width: m.first }}
      >
        <HeadName head={head} at={`${row}-0`} focused={focus === 0} clamp={false} />
        {head.kind !== 'group' && head.kind !== 'address' && (
          <span className="flex-none text-ink-3 max-md:sr-only">· {countOf(head, tally)}</span>
        )}
      </div>
      {!heading &&
        columns.map((at) => {
          const column = at + 1;
          const one = cell({ row, column });
          if (!one) return null;
          const focused = focus === column;
          return (
            <MatrixCell
              key={one.site.id + one.email}
              {...{ at: `${row}-${column}`, column, left: m.first + at * m.width, width: m.width }}
              {...faceOf(one)}
              refused={one.refused !== undefined}
              chosen={column >= chosenFrom && column <= chosenTo}
              focused={focused}
              fixed={fixed(one)}
              open={open && focused}
            />
          );
        })}
      {!heading && (
        <RowEnd
          text={head.kind === 'address' ? '' : managing(head, tally)}
          m={m}
          columns={layout.columns.length}
        />
      )}
    </div>
  );
});
