import { Link, useNavigate, type LinkProps, type NavigateOptions } from '@tanstack/react-router';
import { accountPendingWords as words } from '../messages/account-invitations.ts';
import { pendingWords } from '../messages/invitations.ts';
import { isSiteRole, RoleName, roleLabel } from '../role-name.tsx';
import { Button } from '../ui/button.tsx';
import { rowKeyProps } from '../ui/list-keys.ts';
import { rowLinkClass, StackOnly, Td, Tr, Under } from '../ui/table.tsx';
import { Moment } from '../ui/time.tsx';
import { Delivery } from './delivery.tsx';
import { Expires } from './expires.tsx';
import type { Invitation } from './invitation-queries.ts';
import { ResendButton } from './resend-button.tsx';

export interface AccountPendingRowProps {
  /** Slug of the account, and of the site where the invitation leads to one. */
  account: string;
  site: string | undefined;
  invitation: Invitation;
  /** A column says where it leads. */
  all: boolean;
  mayManage: boolean;
  sending: boolean;
  onResend: (invitation: Invitation) => void;
  onRevoke: (invitation: Invitation) => void;
}

/** An address is not broken before the words beside it are. */
const roomy = 'md:block md:min-w-44';

/** An invitation to the account, which opens over this list, or to one of its sites: that one opens where its people are. */
export function AccountPendingRow(props: AccountPendingRowProps) {
  const { account, site, invitation, all, mayManage, sending, onResend, onRevoke } = props;
  const { id, email, role, sentAt, expiresAt, invitedBy, sends } = invitation;
  const navigate = useNavigate();
  const to = (
    site === undefined
      ? {
          to: '/$account/members',
          params: { account },
          search: { tab: 'pending', ...(all ? { all } : {}), invitation: id },
        }
      : {
          to: '/$account/sites/$site/invitations/$id',
          params: { account, site, id },
          search: { tab: 'pending' },
        }
  ) as LinkProps;
  const where = invitation.site?.name ?? words.noSite;
  return (
    <Tr onOpen={() => void navigate(to as NavigateOptions)}>
      <Td className="[overflow-wrap:anywhere]">
        <Link
          {...to}
          className={`${rowLinkClass} ${roomy}`}
          aria-label={site === undefined ? undefined : words.openOn(email, where)}
          {...rowKeyProps(id)}
        >
          {email}
        </Link>
        {all && <StackOnly>{where}</StackOnly>}
      </Td>
      <Td className="whitespace-nowrap">
        {invitation.site && isSiteRole(role) ? <RoleName role={role} /> : roleLabel(role)}
      </Td>
      {all && (
        <Td as="drop" muted>
          {where}
        </Td>
      )}
      <Td as="drop-1" muted className="whitespace-nowrap">
        <Moment at={sentAt} />
        <Under>{pendingWords.by(invitedBy.name)}</Under>
      </Td>
      <Td className="whitespace-nowrap">
        <Expires at={expiresAt} />
        {all ? (
          <Under>
            <Delivery send={sends[0]} />
          </Under>
        ) : (
          <StackOnly>
            <Delivery send={sends[0]} />
          </StackOnly>
        )}
      </Td>
      {!all && (
        <Td as="drop-2" muted>
          <Delivery send={sends[0]} />
        </Td>
      )}
      {mayManage && (
        <Td as="act">
          <span className="inline-flex items-center justify-end gap-1 max-md:flex-col max-md:gap-0">
            <ResendButton invitation={invitation} busy={sending} onResend={() => onResend(invitation)} />
            <Button
              kind="quiet"
              size="small"
              aria-label={pendingWords.revokeFor(email)}
              onClick={() => onRevoke(invitation)}
            >
              {pendingWords.revoke}
            </Button>
          </span>
        </Td>
      )}
    </Tr>
  );
}
