import type { SiteRole } from '@keyholder/domain';
import { invitationWords as words } from '../messages/invitations.ts';
import { roleWords } from '../messages/roles.ts';
import { isSiteRole, RoleName } from '../role-name.tsx';
import type { SiteHere } from '../site-here.ts';
import { Note } from '../ui/note.tsx';
import { Facts, Section } from '../ui/panel.tsx';
import { Moment, Time } from '../ui/time.tsx';
import { ChangeOffer } from './change-offer.tsx';
import { Expires } from './expires.tsx';
import type { Invitation } from './invitation-queries.ts';
import { SendsList } from './sends-list.tsx';

/** The body of the pending drawer: what was offered to whom, every send, and another role while it is open. */
export function InvitationDetails({
  site,
  invitation,
  onChanged,
}: {
  site: SiteHere;
  invitation: Invitation;
  onChanged: (next: Invitation) => void;
}) {
  const { role, status, sends, invitedBy, expiresAt, note, declineReason, answeredAt } = invitation;
  const first = sends.at(-1)?.sentAt ?? invitation.sentAt;
  const offered = isSiteRole(role) ? role : null;
  return (
    <>
      {status !== 'pending' && (
        <Note tone="neutral">
          {words.states[status]} {answeredAt && <Time at={answeredAt} />}
        </Note>
      )}
      <Facts>
        {[
          [words.site, site.name],
          ...(offered ? [[words.role, <RoleName key="role" role={offered} />] as const] : []),
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
      {status === 'pending' && offered && site.canManageMembers && (
        <Section title={words.changeRole}>
          <Change site={site} invitation={{ ...invitation, role: offered }} onChanged={onChanged} />
        </Section>
      )}
    </>
  );
}

function Change(props: {
  site: SiteHere;
  invitation: Invitation & { role: SiteRole };
  onChanged: (next: Invitation) => void;
}) {
  if (!props.site.grantableRoles.includes(props.invitation.role))
    return <p className="text-13 text-ink-2">{roleWords.onlyOwners}</p>;
  return <ChangeOffer key={props.invitation.id} {...props} />;
}
