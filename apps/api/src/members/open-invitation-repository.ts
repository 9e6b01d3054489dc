import type { Transaction, WriteTx } from '@keyholder/db';
import { invitation, site, siteMember } from '@keyholder/db/schema';
import type {
  AccountId,
  AccountRole,
  EmailAddress,
  InvitationId,
  SiteId,
  SiteRole,
  UserId,
} from '@keyholder/domain';
import { and, eq } from 'drizzle-orm';

const openIn = (accountId: AccountId) =>
  and(eq(invitation.accountId, accountId), eq(invitation.state, 'pending'));

/** Ends every open invitation to an address in the account [R31], or only the one to a site. */
export function revokeInvitationsTo(
  tx: WriteTx,
  { accountId, siteId }: { readonly accountId: AccountId; readonly siteId?: SiteId },
  email: EmailAddress,
  now: Date,
): Promise<{ id: InvitationId; siteId: SiteId | null; role: string }[]> {
  return tx
    .update(invitation)
    .set({ state: 'revoked', answeredAt: now })
    .where(
      and(
        openIn(accountId),
        eq(invitation.email, email),
        siteId === undefined ? undefined : eq(invitation.siteId, siteId),
      ),
    )
    .returning({ id: invitation.id, siteId: invitation.siteId, role: invitation.role });
}

/** An open invitation as a removal preview lists it [R32]. */
export interface OpenInvitation {
  readonly id: InvitationId;
  readonly email: EmailAddress;
  readonly role: SiteRole | AccountRole;
  readonly site: { readonly id: SiteId; readonly name: string } | null;
}

const columns = {
  id: invitation.id,
  email: invitation.email,
  role: invitation.role,
  siteId: invitation.siteId,
  siteName: site.name,
};
type Row = Pick<OpenInvitation, 'id' | 'email' | 'role'> & {
  readonly siteId: SiteId | null;
  readonly siteName: string | null;
};

const openInvitation = ({ id, email, role, siteId, siteName }: Row): OpenInvitation => ({
  id,
  email,
  role,
  site: siteId !== null && siteName !== null ? { id: siteId, name: siteName } : null,
});

/** The open invitations to an address in the account. */
export async function readInvitationsTo(
  tx: Transaction,
  accountId: AccountId,
  email: EmailAddress,
): Promise<OpenInvitation[]> {
  const rows = await tx
    .select(columns)
    .from(invitation)
    .leftJoin(site, eq(site.id, invitation.siteId))
    .where(and(openIn(accountId), eq(invitation.email, email)))
    .orderBy(invitation.createdAt, invitation.id);
  return rows.map(openInvitation);
}

/** The open invitations that a person sent, each with the role they hold on its site now. */
export async function readInvitationsBy(
  tx: Transaction,
  accountId: AccountId,
  sender: UserId,
): Promise<(OpenInvitation & { readonly senderRole: SiteRole | null; readonly senderUntil: Date | null })[]> {
  const rows = await tx
    .select({ ...columns, senderRole: siteMember.role, senderUntil: siteMember.accessUntil })
    .from(invitation)
    .leftJoin(site, eq(site.id, invitation.siteId))
    .leftJoin(siteMember, and(eq(siteMember.siteId, invitation.siteId), eq(siteMember.userId, sender)))
    .where(and(openIn(accountId), eq(invitation.invitedBy, sender)))
    .orderBy(invitation.createdAt, invitation.id);
  return rows.map(({ senderRole, senderUntil, ...row }) => ({
    ...openInvitation(row),
    senderRole,
    senderUntil,
  }));
}
