import { useEffect } from 'react';
import { acceptWords as words } from '../messages/accept.ts';
import { useNow } from '../ui/clock.ts';
import { StatusPill } from '../ui/status-pill.tsx';
import { dayClockText, momentText, untilText, zoneText } from '../ui/time-text.ts';

const SOON_MS = 12 * 3_600_000;

/** "Sunday 22 Nov, 09:14 CET": the invitee's own time. */
export const localMoment = (instant: string): string => {
  const at = Date.parse(instant);
  return `${momentText(at)} ${zoneText(at)}`;
};

/** "20 Nov, 09:14 CET": a moment that is over. */
export const pastMoment = (instant: string): string => {
  const at = Date.parse(instant);
  return `${dayClockText(at)} ${zoneText(at)}`;
};

/** Until when the link works; says so once when it is over. */
export function Expiry({ until, onOver }: { until: string; onOver: () => Promise<void> }) {
  const at = Date.parse(until);
  const now = useNow(at);
  const over = now >= at;
  useEffect(() => {
    if (over) void onOver();
  }, [over, onOver]);
  return (
    <p className="mt-2.5">
      <StatusPill wraps tone={at - now < SOON_MS ? 'warn' : 'info'}>
        <time dateTime={until}>
          {words.worksUntil(localMoment(until), untilText(at, now).replace(/^in /, ''))}
        </time>
      </StatusPill>
    </p>
  );
}
