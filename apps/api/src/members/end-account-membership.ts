import type { Moment, NewAuditEvent, Signal, WriteTx } from '@keyholder/db';
import { fail } from '@keyholder/domain';
import type { AccountId, UserId } from '@keyholder/domain';
import { endOfferTo } from '../roster/ownership-offer.ts';
import { revokeKeysOf } from '../roster/revoke-api-keys.ts';
import { withdrawInvitationsOf } from '../roster/withdraw-invitations.ts';
import { deleteAccountMember } from './account-member-repository.ts';
import type { AccountMember } from './account-member-repository.ts';
import { accountEnding, invitationEnding, siteEnding } from './ended-membership.ts';
import type { Ending } from './ended-membership.ts';
import { revokeInvitationsTo } from './open-invitation-repository.ts';
import { saveRemoval } from './removed-member-repository.ts';
import { deleteSiteMembers } from './site-member-repository.ts';

export interface AccountEnding {
  readonly ending: Ending;
  readonly accountId: AccountId;
  readonly member: AccountMember;
  readonly by: UserId;
  readonly reason: string | null;
  /** Who takes over the invitations that the person sent; else they end too [R23]. */
  readonly adoptBy: UserId | null;
}

export interface EndedAccount {
  readonly removedSites: number;
  readonly revokedInvitations: number;
  readonly revokedApiKeys: number;
  readonly events: readonly [NewAuditEvent, ...NewAuditEvent[]];
  readonly signals: readonly Signal[];
}

/** Ends everything that a person holds in an account, in a number of statements that does not grow with it [R31]. */
export async function endAccountMembership(
  tx: WriteTx,
  end: AccountEnding,
  { now, correlationId }: Moment,
): Promise<EndedAccount> {
  const { accountId, member, ending, reason } = end;
  const { userId } = member;
  const offer = await endOfferTo(tx, accountId, userId, now);
  const keys = await revokeKeysOf(tx, { accountId }, userId, {
    ...{ ending: ending === 'left' ? 'maker_left' : 'maker_removed', by: end.by, now },
  });
  const sites = await deleteSiteMembers(tx, { accountId }, userId);
  const record = (await deleteAccountMember(tx, accountId, userId)) ?? fail('member.not_found');
  await saveRemoval(
    tx,
    { accountId, userId, removedAt: now, removedBy: end.by, correlationId },
    sites,
    record,
  );
  const revoked = await revokeInvitationsTo(tx, { accountId }, member.email, now);
  const withdrawn = await withdrawInvitationsOf(tx, accountId, userId, now, end.adoptBy);
  return {
    removedSites: sites.length,
    revokedInvitations: revoked.length + withdrawn.count,
    revokedApiKeys: keys.count,
    events: [
      accountEnding(ending, userId, record, reason),
      ...sites.map((site) => siteEnding(ending, site, reason)),
      ...revoked.map((one) =>
        invitationEnding(
          userId,
          member.email,
          one,
          ending === 'left' ? 'the person left the account' : 'the person was removed from the account',
        ),
      ),
      ...keys.events,
      ...withdrawn.events,
      ...offer.events,
    ],
    signals: [
      { event: 'membership.removed', id: userId, userId },
      ...revoked.map(({ id, siteId }): Signal => ({
        event: 'invitation.revoked',
        id,
        ...(siteId ? { siteId } : {}),
      })),
      ...keys.signals,
      ...withdrawn.signals,
      ...offer.signals,
    ],
  };
}
