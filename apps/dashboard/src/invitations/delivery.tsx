import { pendingWords as words } from '../messages/invitations.ts';
import type { Invitation } from './invitation-queries.ts';

/** What became of a mail: queued, sent, or failed and why. */
export function Delivery({ send }: { send: Invitation['sends'][number] | undefined }) {
  if (!send) return words.deliveries.queued;
  return send.delivery === 'failed' ? (
    <span className="text-danger">{words.deliveries.failed(send.reason ?? '')}</span>
  ) : (
    words.deliveries[send.delivery]
  );
}
