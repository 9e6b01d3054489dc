import { useEffect, useRef } from 'react';
import { membersWords as words } from '../messages/members.ts';

const AHEAD = '600px';

/** Asks for the next page before the end of the list comes into view. */
export function LoadMore({ onNear, busy }: { onNear: () => void; busy: boolean }) {
  const mark = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = mark.current;
    if (!element || busy) return;
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && onNear(), {
      rootMargin: AHEAD,
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [onNear, busy]);
  return (
    <div ref={mark} role="status" className="py-3 text-center text-13 text-ink-3">
      {busy && words.loadingMore}
    </div>
  );
}
