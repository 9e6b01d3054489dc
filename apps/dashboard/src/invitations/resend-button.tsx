import { RESEND_PAUSE_MS } from '@keyholder/domain';
import { pendingWords as words } from '../messages/invitations.ts';
import { ReasonButton } from '../ui/reason-button.tsx';
import type { ButtonKind } from '../ui/button.tsx';
import { useNow } from '../ui/clock.ts';
import { spanText } from '../ui/time-text.ts';
import type { Invitation } from './invitation-queries.ts';

type Sent = Pick<Invitation, 'sentAt'>;
const restsUntil = ({ sentAt }: Sent): number => Date.parse(sentAt) + RESEND_PAUSE_MS;
/** How long an invitation rests after its last mail, in ms [R15]; 0 when it may be sent again. */
export const restOf = (sent: Sent, now: number): number =>
  // The page's clock may lag a tick behind the send.
  Math.min(RESEND_PAUSE_MS, Math.max(0, restsUntil(sent) - now));

/** "Resend", "Sending…", then it rests: "again in 18 s". Its width stays, so that nothing moves. */
export function ResendButton({
  invitation,
  busy,
  kind = 'link',
  onResend,
}: {
  invitation: Invitation;
  busy: boolean;
  kind?: ButtonKind | undefined;
  onResend: () => void;
}) {
  const rest = restOf(invitation, useNow(restsUntil(invitation)));
  const resting = rest > 0 && !busy;
  const again = spanText(rest);
  return (
    <ReasonButton
      kind={kind}
      size={kind === 'link' ? 'small' : 'normal'}
      busy={busy}
      busyLabel={words.sending}
      reason={resting ? words.rests(again) : undefined}
      aria-label={
        resting
          ? `${words.again(again)}: ${words.resendTo(invitation.email)}`
          : words.resendTo(invitation.email)
      }
      onClick={onResend}
      className={kind === 'link' ? 'min-w-22' : 'min-w-26'}
    >
      {resting ? words.again(again) : words.resend}
    </ReasonButton>
  );
}
