import { accountPendingWords } from '../messages/account-invitations.ts';
import { invitationWords as words } from '../messages/invitations.ts';
import { isSiteRole, RoleName, roleLabel } from '../role-name.tsx';
import { Note } from '../ui/note.tsx';
import { Facts, Section } from '../ui/panel.tsx';
import { Moment, Time } from '../ui/time.tsx';
import type { ReactNode } from 'react';
import { Expires } from './expires.tsx';
import type { Invitation } from './invitation-queries.ts';
import { SendsList } from './sends-list.tsx';

/** The body of the pending drawer: what was offered to whom, every send, and what may be changed while it is open. */
export function InvitationDetails({
  invitation,
  change,
}: {
  invitation: Invitation;
  /** Another role, for those who may offer it. */
  change?: ReactNode;
}) {
  const { role, site, status, sends, invitedBy, expiresAt, note, declineReason, answeredAt } = invitation;
  const first = sends.at(-1)?.sentAt ?? invitation.sentAt;
  const offered = site && isSiteRole(role) ? <RoleName key="role" role={role} /> : roleLabel(role);
  return (
    <>
      {status !== 'pending' && (
        <Note tone="neutral">
          {words.states[status]} {answeredAt && <Time at={answeredAt} />}
        </Note>
      )}
      <Facts>
        {[
          [words.site, site?.name ?? accountPendingWords.noSite],
          [words.role, offered],
          [words.invited, <Moment key="first" at={first} />],
          [words.by, invitedBy.name],
          ...(status === 'pending' ? [[words.expires, <Expires key="until" at={expiresAt} />] as const] : []),
          ...(note ? [[words.note, note] as const] : []),
          ...(declineReason ? [[words.reason, declineReason] as const] : []),
        ]}
      </Facts>
      <Section title={words.sends}>
        <SendsList sends={sends} />
      </Section>
      {status === 'pending' && change && <Section title={words.changeRole}>{change}</Section>}
    </>
  );
}
