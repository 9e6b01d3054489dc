import { accessWords as words } from '../messages/access.ts';
import { cx } from '../ui/cx.ts';
import { countOf, HeadName } from './head-cell.tsx';
import type { Layout } from './layout.ts';
import type { Access } from './model.ts';
import type { Measures, useGrid } from './use-grid.ts';

export interface Edges {
  access: Access;
  layout: Layout;
  swapped: boolean;
  /** A filter is set, so counts are of what it leaves. */
  filtered: boolean;
  grid: ReturnType<typeof useGrid>;
  m: Measures;
}
const CORNER = 'sticky left-0 z-2 flex border-r border-line-strong bg-surface px-3 text-12';
const END = 'absolute inset-y-0 flex justify-end px-3 text-12 text-ink-3';

/** The names across the top; they stay while the rows move. */
export function MatrixHead({ layout, swapped, grid, m }: Edges) {
  return (
    <div
      role="row"
      aria-rowindex={1}
      className="sticky top-0 z-10 border-b border-line bg-surface"
      style={{ height: m.head }}
    >
      <div
        role="columnheader"
        aria-colindex={1}
        className={cx(CORNER, 'h-full items-end pb-1.5 font-semibold text-ink-2')}
        style={{ width: m.first }}
      >
        {swapped ? words.site : words.person}
      </div>
      {grid.columns.map((index) => {
        const head = layout.columns[index];
        return (
          head && (
            <div
              key={head.key}
              role="columnheader"
              aria-colindex={index + 2}
              className="absolute inset-y-0 flex items-end border-r border-line px-1.5 pb-1.5 text-12"
              style={{ left: m.first + index * m.width, width: m.width }}
            >
              <HeadName
                head={head}
                at={`0-${index + 1}`}
                focused={grid.at.row === 0 && grid.at.column === index + 1}
                clamp
              />
            </div>
          )
        );
      })}
      <div
        role="columnheader"
        aria-colindex={layout.columns.length + 2}
        className={cx(END, 'items-end pb-1.5')}
        style={{ left: m.first + layout.columns.length * m.width, width: m.last }}
      >
        {swapped ? words.managed : words.manages}
      </div>
    </div>
  );
}

/** How far each column reaches, at its end. */
export function MatrixFoot({ access, layout, filtered, grid, m }: Edges) {
  return (
    <div
      role="row"
      aria-rowindex={layout.rows.length + 2}
      className="sticky bottom-0 z-10 border-t border-line-strong bg-surface"
      style={{ height: m.foot }}
    >
      <div
        role="rowheader"
        aria-colindex={1}
        className={cx(CORNER, 'h-full items-center text-ink-2')}
        style={{ width: m.first }}
      >
        {words.counts(filtered)}
      </div>
      {grid.columns.map((index) => {
        const head = layout.columns[index];
        if (!head) return null;
        const tally = access.tally(head.key);
        return (
          <div
            key={head.key}
            role="gridcell"
            aria-colindex={index + 2}
            className="absolute inset-y-0 flex flex-col items-center justify-center border-r border-line text-12 text-ink-2"
            style={{ left: m.first + index * m.width, width: m.width }}
          >
            <span>{countOf(head, tally)}</span>
            <span className="text-ink-3">{words.manageHere(head.kind === 'site', tally.managing)}</span>
          </div>
        );
      })}
    </div>
  );
}

/** How many people are managed from a row, at its end. */
export const RowEnd = ({ text, m, columns }: { text: string; m: Measures; columns: number }) => (
  <div
    role="gridcell"
    aria-colindex={columns + 2}
    className={cx(END, 'items-center border-b border-line')}
    style={{ left: m.first + columns * m.width, width: m.last }}
  >
    {text}
  </div>
);
