import { Link } from '@tanstack/react-router';
import { pendingWords as words } from '../messages/invitations.ts';
import { isSiteRole, RoleName } from '../role-name.tsx';
import { useMembersPlace } from '../members-place.ts';
import type { SiteHere } from '../site-here.ts';
import { Button } from '../ui/button.tsx';
import { rowKeyProps } from '../ui/list-keys.ts';
import { rowLinkClass, StackOnly, Td, Tr, Under } from '../ui/table.tsx';
import { Moment } from '../ui/time.tsx';
import { Delivery } from './delivery.tsx';
import { Expires } from './expires.tsx';
import type { Invitation } from './invitation-queries.ts';
import { ResendButton } from './resend-button.tsx';

export interface InvitationRowProps {
  site: SiteHere;
  invitation: Invitation;
  current: boolean;
  /** A mail is on its way out for this row. */
  sending: boolean;
  onOpen: (id: string) => void;
  onResend: (invitation: Invitation) => void;
  onRevoke: (invitation: Invitation) => void;
}

export function InvitationRow({
  site,
  invitation,
  current,
  sending,
  onOpen,
  onResend,
  onRevoke,
}: InvitationRowProps) {
  const { id, email, role, sentAt, expiresAt, invitedBy, sends } = invitation;
  // A Platform Admin does not touch the offer of the role Owner [R7].
  const mine = site.canManageMembers && isSiteRole(role) && site.grantableRoles.includes(role);
  return (
    <Tr current={current} onOpen={() => onOpen(id)}>
      <Td>
        <InvitationLink invitation={invitation} />
      </Td>
      <Td>{isSiteRole(role) && <RoleName role={role} />}</Td>
      <Td as="drop-2" muted className="whitespace-nowrap">
        <Moment at={sentAt} />
        <Under>{words.by(invitedBy.name)}</Under>
      </Td>
      <Td className="whitespace-nowrap">
        <Expires at={expiresAt} />
        <StackOnly>
          <Delivery send={sends[0]} />
        </StackOnly>
      </Td>
      <Td as="drop" muted>
        <Delivery send={sends[0]} />
      </Td>
      {site.canManageMembers && (
        <Td as="act">
          {mine && (
            <span className="inline-flex items-center justify-end gap-1 max-md:flex-col max-md:gap-0">
              <ResendButton invitation={invitation} busy={sending} onResend={() => onResend(invitation)} />
              <Button
                kind="quiet"
                size="small"
                aria-label={words.revokeFor(email)}
                onClick={() => onRevoke(invitation)}
              >
                {words.revoke}
              </Button>
            </span>
          )}
        </Td>
      )}
    </Tr>
  );
}

/** The address, which opens the details. */
export const InvitationLink = ({ invitation: { id, email } }: { invitation: Invitation }) => (
  <Link
    {...useMembersPlace().pending(id)}
    className={`${rowLinkClass} [overflow-wrap:anywhere]`}
    {...rowKeyProps(id)}
  >
    {email}
  </Link>
);
