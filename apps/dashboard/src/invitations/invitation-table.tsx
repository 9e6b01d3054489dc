import { pendingWords as words } from '../messages/invitations.ts';
import { isSiteRole, RoleName } from '../role-name.tsx';
import type { SiteHere } from '../site-here.ts';
import { Table, Td, Th, ThHidden, Tr, Under } from '../ui/table.tsx';
import { Moment, Time } from '../ui/time.tsx';
import { InvitationLink, InvitationRow, type InvitationRowProps } from './invitation-row.tsx';
import type { Invitation, InvitationStatus } from './invitation-queries.ts';

interface PendingTableProps extends Pick<InvitationRowProps, 'onOpen' | 'onResend' | 'onRevoke'> {
  site: SiteHere;
  invitations: readonly Invitation[];
  current: string | undefined;
  sendingId: string | undefined;
}
/** Open invitations with what to do about them on the row. */
export const PendingTable = ({ site, invitations, current, sendingId, ...actions }: PendingTableProps) => (
  <Table
    caption={words.caption(site.name)}
    head={
      <>
        <Th>{words.email}</Th>
        <Th>{words.role}</Th>
        <Th className="drop-2">{words.invited}</Th>
        <Th>{words.expires}</Th>
        <Th>{words.delivery}</Th>
        {site.canManageMembers && <ThHidden>{words.actions}</ThHidden>}
      </>
    }
  >
    {invitations.map((invitation) => (
      <InvitationRow
        key={invitation.id}
        site={site}
        invitation={invitation}
        current={invitation.id === current}
        sending={invitation.id === sendingId}
        {...actions}
      />
    ))}
  </Table>
);

interface HistoryTableProps {
  site: SiteHere;
  invitations: readonly Invitation[];
  status: Exclude<InvitationStatus, 'pending'>;
  current: string | undefined;
  onOpen: (id: string) => void;
}
/** What became of earlier invitations: accepted, declined and why, revoked. */
export const HistoryTable = ({ site, invitations, status, current, onOpen }: HistoryTableProps) => {
  const reasons = status === 'declined';
  return (
    <Table
      caption={words.historyCaption(words.answered[status], site.name)}
      head={
        <>
          <Th>{words.email}</Th>
          <Th>{words.role}</Th>
          <Th className="drop-2">{words.invited}</Th>
          <Th>{words.answered[status]}</Th>
          {reasons && <Th>{words.reason}</Th>}
        </>
      }
    >
      {invitations.map((invitation) => (
        <Tr key={invitation.id} current={invitation.id === current} onOpen={() => onOpen(invitation.id)}>
          <Td>
            <InvitationLink invitation={invitation} />
          </Td>
          <Td>{isSiteRole(invitation.role) && <RoleName role={invitation.role} />}</Td>
          <Td as="drop-2" muted className="whitespace-nowrap">
            <Moment at={invitation.sentAt} />
            <Under>{words.by(invitation.invitedBy.name)}</Under>
          </Td>
          <Td muted className="whitespace-nowrap">
            {invitation.answeredAt && <Time at={invitation.answeredAt} />}
          </Td>
          {reasons && (
            <Td muted className="[overflow-wrap:anywhere]">
              {invitation.declineReason ?? words.noReason}
            </Td>
          )}
        </Tr>
      ))}
    </Table>
  );
};
