import { useEffect, useRef } from 'react';
import { Button } from './button.tsx';

/** The end of a list that goes on: loads ahead when it comes near the window, and by its button. */
export function MoreRows({
  label,
  busyLabel,
  text,
  busy,
  onMore,
}: {
  label: string;
  busyLabel: string;
  /** "50 of 214 members". */
  text: string;
  busy: boolean;
  onMore: () => void;
}) {
  const end = useRef<HTMLDivElement>(null);
  const more = useRef(onMore);
  useEffect(() => {
    more.current = onMore;
  });
  useEffect(() => {
    if (!end.current || busy) return;
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) more.current();
      },
      { rootMargin: '800px' },
    );
    watch.observe(end.current);
    return () => watch.disconnect();
  }, [busy]);
  return (
    <div ref={end} className="flex items-center justify-center gap-3 py-4">
      <span className="text-13 text-ink-3">{text}</span>
      <Button size="small" busy={busy} busyLabel={busyLabel} onClick={onMore}>
        {label}
      </Button>
    </div>
  );
}
