import { invitationWords as words } from '../messages/invitations.ts';
import { Moment } from '../ui/time.tsx';
import { Delivery } from './delivery.tsx';
import type { Invitation } from './invitation-queries.ts';

/** Every mail of an invitation, newest first, with what became of it. */
export const SendsList = ({ sends }: { sends: Invitation['sends'] }) => (
  <ol className="divide-y divide-line rounded-2 border border-line text-13">
    {sends.map((send, index) => (
      <li key={send.sentAt} className="flex flex-wrap items-baseline gap-x-3 px-3 py-2">
        <span className="font-medium">{words.sendOf(sends.length - index)}</span>
        <Moment at={send.sentAt} className="text-ink-3" />
        <span className="ml-auto">
          <Delivery send={send} />
        </span>
      </li>
    ))}
  </ol>
);
