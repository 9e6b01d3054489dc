import { pendingWords as words } from '../messages/invitations.ts';
import { StatusPill } from '../ui/status-pill.tsx';
import { Countdown } from '../ui/time.tsx';

const SOON_MS = 12 * 3_600_000;

/** Blue, amber under 12 hours, red when over; the words say the same. */
export const Expires = ({ at }: { at: string }) => (
  <Countdown until={at}>
    {({ left, over, text }) => (
      <StatusPill tone={over ? 'danger' : left < SOON_MS ? 'warn' : 'info'}>
        {over ? words.expired(text) : text}
      </StatusPill>
    )}
  </Countdown>
);
