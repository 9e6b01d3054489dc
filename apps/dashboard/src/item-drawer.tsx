import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ProblemPanel } from './problem-panel.tsx';
import { asProblem } from './problem.ts';
import { Button } from './ui/button.tsx';
import { Drawer } from './ui/drawer.tsx';
import { Skeleton } from './ui/skeleton.tsx';

interface ItemDrawerProps<Item> {
  query: UseQueryResult<Item>;
  /** Until the item is there, and of the whole when it is gone. */
  title: string;
  gone: string;
  back: string;
  onClose: () => void;
  children: (item: Item) => ReactNode;
}

/** One thing of a list, over the list: being read, failed, gone, or there. */
export function ItemDrawer<Item>({ query, title, gone, back, onClose, children }: ItemDrawerProps<Item>) {
  const { data, error } = query;
  const isGone = error !== null && asProblem(error).is('not_found');
  return (
    <Drawer open title={title} onClose={onClose}>
      {query.isPending && <Skeleton className="w-48" />}
      {isGone && (
        <div className="flex flex-col items-start gap-3">
          <p>{gone}</p>
          <Button onClick={onClose}>{back}</Button>
        </div>
      )}
      {error && !isGone && !data && <ProblemPanel problem={error} onRetry={() => void query.refetch()} />}
      {data !== undefined && !isGone && children(data)}
    </Drawer>
  );
}
