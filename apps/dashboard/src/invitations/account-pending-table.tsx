import { accountPendingWords as words } from '../messages/account-invitations.ts';
import { pendingWords } from '../messages/invitations.ts';
import { serverNow } from '../ui/clock.ts';
import { listKeys } from '../ui/list-keys.ts';
import { announce } from '../ui/live-region.tsx';
import { Table, Th, ThHidden } from '../ui/table.tsx';
import { spanText } from '../ui/time-text.ts';
import { AccountPendingRow } from './account-pending-row.tsx';
import type { AccountPendingProps } from './account-pending.tsx';
import { useResend } from './invitation-commands.ts';
import type { Invitation } from './invitation-queries.ts';
import { restOf } from './resend-button.tsx';

interface AccountPendingTableProps extends Pick<AccountPendingProps, 'account' | 'sites' | 'mayManage'> {
  invitations: readonly Invitation[];
  all: boolean;
  onRevoke: (invitation: Invitation) => void;
}

/** The rows with what to do about them, also by key: r sends again, Delete asks to revoke. */
export function AccountPendingTable(props: AccountPendingTableProps) {
  const { account, sites, mayManage, invitations, all, onRevoke } = props;
  const resend = useResend();
  const sendAgain = (invitation: Invitation) => {
    if (!resend.isPending) resend.mutate(invitation);
  };
  const on = (act: (invitation: Invitation) => void) => (id: string) => {
    const found = invitations.find((each) => each.id === id);
    if (found) act(found);
  };
  const again = on((invitation) => {
    const rest = restOf(invitation, serverNow());
    if (rest > 0) announce(pendingWords.rests(spanText(rest)));
    else sendAgain(invitation);
  });
  const keys = mayManage ? { r: again, Delete: on(onRevoke), Backspace: on(onRevoke) } : {};
  return (
    <div onKeyDown={listKeys(keys)}>
      <Table
        caption={words.caption(account.name, all)}
        head={
          <>
            <Th>{pendingWords.email}</Th>
            <Th>{pendingWords.role}</Th>
            {all && <Th>{words.site}</Th>}
            <Th className="drop-1">{words.sent}</Th>
            {/* With the sites in it the table is full: the delivery moves under the expiry. */}
            <Th>{all ? words.expiresAndDelivery : pendingWords.expires}</Th>
            {!all && <Th className="drop-2">{pendingWords.delivery}</Th>}
            {mayManage && <ThHidden>{pendingWords.actions}</ThHidden>}
          </>
        }
      >
        {invitations.map((invitation) => (
          <AccountPendingRow
            key={invitation.id}
            account={account.slug}
            site={
              invitation.site &&
              (sites.find(({ id }) => id === invitation.site?.id)?.slug ?? invitation.site.id)
            }
            {...{ invitation, all, mayManage, onRevoke }}
            sending={resend.isPending && resend.variables.id === invitation.id}
            onResend={sendAgain}
          />
        ))}
      </Table>
    </div>
  );
}
