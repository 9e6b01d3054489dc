import { useCallback, useMemo, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { accessWords as words } from '../messages/access.ts';
import { announce } from '../ui/live-region.tsx';
import { CellPopup } from './cell-popup.tsx';
import { cellAt, type Cell } from './cells.ts';
import { isEmpty, type Layout } from './layout.ts';
import { MatrixHead, MatrixFoot } from './matrix-edges.tsx';
import { MatrixRow } from './matrix-row.tsx';
import { whyFixed, type StandingOn } from './may-change.ts';
import type { Access } from './model.ts';
import { blockOf, isIn, moved, type At, type Block } from './moves.ts';
import { keyOf, type Staged } from './staging.ts';
import { useMeasures } from './use-measures.ts';
import { placeOf, useGrid } from './use-grid.ts';
import type { Staging } from './use-staging.ts';

interface MatrixProps {
  access: Access;
  layout: Layout;
  swapped: boolean;
  filtered: boolean;
  stale: boolean;
  staging: Staging;
  standingOn: StandingOn;
  /** A pending cell leads to its invitation. */
  onInvitation: (siteId: string, id: string) => void;
  /** Under the grid. */
  children: ReactNode;
}

/** People by site in two directions, both of any length: only what is seen, and what has the focus, is in the document. */
export function Matrix(props: MatrixProps) {
  const { access, layout, swapped, filtered, staging, standingOn, onInvitation } = props;
  const m = useMeasures();
  const grid = useGrid(layout, m);
  const [editing, setEditing] = useState<{
    anchor: HTMLElement;
    cells: readonly Cell[];
    typed: string;
  } | null>(null);
  const { changes, refused: refusals } = staging;
  const staged = useMemo(() => new Map(changes.map((change) => [keyOf(change), change])), [changes]);
  const refused = useMemo(() => new Map([...refusals].map(([key, { reason }]) => [key, reason])), [refusals]);
  const cell = useCallback(
    ({ row, column }: At) =>
      cellAt(access, staged, refused, layout.rows[row - 1], layout.columns[column - 1]),
    [access, staged, refused, layout],
  );
  const fixed = useCallback((one: Cell) => whyFixed(standingOn, one) !== null, [standingOn]);

  const cellsOf = ({ top, bottom, left, right }: Block): readonly Cell[] => {
    const cells: Cell[] = [];
    for (let row = top; row <= bottom; row += 1)
      for (let column = left; column <= right; column += 1) {
        const one = cell({ row, column });
        if (one) cells.push(one);
      }
    return cells;
  };
  const open = (cells: readonly Cell[], anchor: HTMLElement | null, typed = '') => {
    const [first] = cells;
    if (!anchor || !first) return;
    if (cells.length === 1 && first.offer) onInvitation(first.site.id, first.offer.id);
    else setEditing({ anchor, cells, typed });
  };
  const remove = (cells: readonly Cell[], anchor: HTMLElement | null) => {
    const free = cells.filter((one) => !fixed(one) && (one.held || one.staged));
    const [first] = cells;
    if (cells.length === 1 && first && fixed(first)) return open(cells, anchor);
    staging.stage(free.flatMap((one) => change(one, null)));
    const stay = cells.filter((one) => fixed(one)).length;
    if (stay > 0) announce(words.stay(stay));
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // React hands over the keys of the list that a cell has opened elsewhere on the page.
    if (!event.currentTarget.contains(event.target as Node) || event.altKey) return;
    const to = moved(grid.at, event, {
      ...{ rows: layout.rows.length, columns: layout.columns.length, page: grid.page },
      isHeading: (row) => layout.rows[row - 1]?.kind === 'group',
    });
    if (to) {
      event.preventDefault();
      return grid.go(to, event.shiftKey);
    }
    if (event.ctrlKey || event.metaKey || grid.at.row === 0 || grid.at.column === 0) return;
    const letter = /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() : undefined;
    if (event.key === 'Enter' || event.key === 'F2' || event.key === ' ' || letter !== undefined)
      open(cellsOf(grid.block), grid.element(), letter);
    else if (event.key === 'Delete' || event.key === 'Backspace') remove(cellsOf(grid.block), grid.element());
    else if (event.key === 'Escape' && grid.several) grid.unblock();
    else return;
    event.preventDefault();
  };
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const at = placeOf(event.target as Element);
    if (!at || at.row === 0 || at.column === 0) return;
    if (event.shiftKey) return grid.go(at, true);
    if (grid.several && isIn(grid.block, at)) return open(cellsOf(grid.block), at.element);
    grid.go(at);
    open(cellsOf(blockOf(at, at)), at.element);
  };
  const close = () => {
    editing?.anchor.focus({ preventScroll: true });
    setEditing(null);
  };

  const width = m.first + layout.columns.length * m.width + m.last;
  const inBlock = (row: number) => grid.several && row >= grid.block.top && row <= grid.block.bottom;
  const edges = { access, layout, swapped, filtered, grid, m };
  return (
    <div className="rounded-3 border border-line bg-surface" data-stale={props.stale || undefined}>
      <div
        ref={grid.box}
        role="grid"
        aria-label={words.grid(swapped)}
        aria-rowcount={layout.rows.length + 2}
        aria-colcount={layout.columns.length + 2}
        aria-multiselectable="true"
        aria-busy={props.stale || undefined}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onFocus={({ target }) => {
          const at = placeOf(target);
          if (at) grid.rest(at);
        }}
        // The click decides whether a block begins, grows or opens; the focus that comes before it does not.
        onMouseDown={(event) => placeOf(event.target as Element) && event.preventDefault()}
        className="max-h-[max(22rem,calc(100dvh-17rem))] overflow-auto overscroll-contain rounded-t-3 in-data-stale:opacity-60"
      >
        <div role="presentation" style={{ width, minWidth: '100%' }}>
          <MatrixHead {...edges} />
          <div role="presentation" className="relative" style={{ height: layout.rows.length * m.height }}>
            {grid.rows.map((index) => (
              <MatrixRow
                key={layout.rows[index]?.key}
                {...{ access, layout, m, index, cell, fixed, columns: grid.columns }}
                focus={grid.at.row === index + 1 ? grid.at.column : -1}
                chosenFrom={inBlock(index + 1) ? grid.block.left : 1}
                chosenTo={inBlock(index + 1) ? grid.block.right : 0}
                open={editing !== null && grid.at.row === index + 1}
              />
            ))}
          </div>
          {!isEmpty(layout) && <MatrixFoot {...edges} />}
        </div>
      </div>
      {props.children}
      {editing && (
        <CellPopup
          {...editing}
          standingOn={standingOn}
          onClose={close}
          onChoose={(cells, role) => {
            staging.stage(cells.flatMap((one) => change(one, role)));
            close();
          }}
        />
      )}
    </div>
  );
}

const change = ({ person, site, held }: Cell, to: Staged['to']): Staged[] =>
  person ? [{ person, site, from: held?.role ?? null, to }] : [];
