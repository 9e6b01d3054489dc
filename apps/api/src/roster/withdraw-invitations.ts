import type { NewAuditEvent, Signal, WriteTx } from '@keyholder/db';
import { invitation, siteMember } from '@keyholder/db/schema';
import { mayOffer, isCurrent } from '@keyholder/domain';
import type { AccountId, AccountRole, InvitationId, Offer, SiteId, UserId } from '@keyholder/domain';
import { and, eq, sql } from 'drizzle-orm';
import { readAccountStanding, standing } from './standings.ts';

/** What became of a sender's open invitations, with the events and signals that belong to the command. */
export interface Withdrawal {
  readonly count: number;
  readonly events: readonly NewAuditEvent[];
  readonly signals: readonly Signal[];
}

/**
 * An invitation dies with its sender's authority [R23]: called after the sender's rows have changed, it revokes every
 * open invitation of theirs in the account that they could not make now; `adoptBy` takes them over instead.
 */
export async function withdrawInvitationsOf(
  tx: WriteTx,
  accountId: AccountId,
  sender: UserId,
  now: Date,
  adoptBy: UserId | null = null,
): Promise<Withdrawal> {
  const orphaned = await orphanedInvitations(tx, accountId, sender, now);
  if (orphaned.length === 0) return { count: 0, events: [], signals: [] };
  const ids = sql`${invitation.id} = any(${sql.param(orphaned.map((one) => one.id))}::uuid[])`;
  if (adoptBy) await tx.update(invitation).set({ invitedBy: adoptBy }).where(ids);
  else await tx.update(invitation).set({ state: 'revoked', answeredAt: now }).where(ids);
  return {
    count: adoptBy ? 0 : orphaned.length,
    events: orphaned.map((one) => ({
      action: adoptBy ? 'invitation.adopted' : 'invitation.revoked',
      target: { kind: 'invitation', id: one.id },
      siteId: one.siteId,
      before: { email: one.email, role: one.role, invitedBy: sender },
      ...(adoptBy ? { after: { invitedBy: adoptBy } } : {}),
      reason: adoptBy ? null : 'sender lost the authority',
    })),
    signals: orphaned.map((one) => ({
      event: adoptBy ? 'invitation.resent' : 'invitation.revoked',
      id: one.id,
      ...(one.siteId ? { siteId: one.siteId } : {}),
    })),
  };
}

interface Orphan {
  readonly id: InvitationId;
  readonly siteId: SiteId | null;
  readonly email: string;
  readonly role: string;
}

/** A sender's open invitations that they could not make with their rights of this instant. */
export async function orphanedInvitations(
  tx: WriteTx,
  accountId: AccountId,
  sender: UserId,
  now: Date,
): Promise<readonly Orphan[]> {
  const { accountRole } = await readAccountStanding(tx, accountId, sender);
  const rows = await tx
    .select({
      id: invitation.id,
      siteId: invitation.siteId,
      email: invitation.email,
      role: invitation.role,
      senderRole: siteMember.role,
      senderUntil: siteMember.accessUntil,
    })
    .from(invitation)
    .leftJoin(siteMember, and(eq(siteMember.siteId, invitation.siteId), eq(siteMember.userId, sender)))
    .where(
      and(
        eq(invitation.accountId, accountId),
        eq(invitation.invitedBy, sender),
        eq(invitation.state, 'pending'),
      ),
    );
  return rows.filter((row) => {
    const siteRole = row.senderRole && isCurrent(row.senderUntil, now) ? row.senderRole : null;
    const offer = (
      row.siteId === null
        ? { scope: 'account', role: row.role as AccountRole }
        : { scope: 'site', role: row.role }
    ) as Offer;
    return !mayOffer(standing(sender, accountRole, siteRole), offer);
  });
}
