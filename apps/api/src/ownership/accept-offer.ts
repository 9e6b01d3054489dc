import type { CommandContext, NewAuditEvent } from '@keyholder/db';
import { decideOfferAcceptance, fail, must } from '@keyholder/domain';
import type { AccountRole } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import type { AccountAccess, PersonAccess } from '../http/access.ts';
import { newMail } from '../mail/new-mail.ts';
import { deleteOffer, readOffer } from '../roster/ownership-offer.ts';
import { readAccountStanding } from '../roster/standings.ts';
import { withdrawInvitationsOf } from '../roster/withdraw-invitations.ts';
import { readOwner, readParty, saveRole } from './ownership-repository.ts';
import type { Party } from './ownership-repository.ts';

/** Makes the recipient of an open offer the owner, and the owner an admin, in one step [R1, R12]. */
export function acceptOffer(
  deps: Pick<Deps, 'write'>,
  command: CommandContext,
  by: PersonAccess,
  account: AccountAccess,
): Promise<{ readonly role: AccountRole }> {
  return deps.write(command, account.id, async (tx, { now, correlationId }) => {
    const actor = await readAccountStanding(tx, account.id, by.userId);
    const roles = must(decideOfferAcceptance(actor, await readOffer(tx, account.id), now));
    const recipient = (await readParty(tx, account.id, by.userId)) ?? fail('not_found');
    const owner = (await readOwner(tx, account.id)) ?? fail('not_found');

    await deleteOffer(tx, account.id);
    // In this order, because the database never holds two owners; that there is one again it checks at the commit.
    const stepsDown = await saveRole(tx, account.id, owner, roles.formerOwner);
    const takesOver = stepsDown && (await saveRole(tx, account.id, recipient, roles.newOwner));
    if (!takesOver) fail('member.changed');
    const withdrawn = await withdrawInvitationsOf(tx, account.id, owner.userId, now);

    const facts = {
      accountName: account.name,
      from: { name: owner.name, email: owner.email },
      to: { name: recipient.name, email: recipient.email },
    };
    const mail = { ref: correlationId, facts };
    return {
      result: { role: roles.newOwner },
      events: [
        {
          action: 'ownership.transferred',
          target: { kind: 'account', id: account.id },
          userId: recipient.userId,
          before: { owner: owner.userId },
          after: { owner: recipient.userId },
        },
        roleChanged(owner, roles.formerOwner),
        roleChanged(recipient, roles.newOwner),
        ...withdrawn.events,
      ],
      mails: [
        newMail('ownership_received', { ...mail, generation: 0, recipient: recipient.email }),
        newMail('ownership_handed_over', { ...mail, generation: 0, recipient: owner.email }),
      ],
      signals: [
        { event: 'account.changed', id: account.id },
        ...[owner, recipient].map(({ userId }) => ({
          event: 'membership.changed' as const,
          id: userId,
          userId,
        })),
        ...withdrawn.signals,
      ],
    };
  });
}

const roleChanged = ({ userId, role }: Party, to: AccountRole): NewAuditEvent => ({
  action: 'account_member.role_changed',
  target: { kind: 'person', id: userId },
  userId,
  before: { role },
  after: { role: to },
});
