import type { CommandContext } from '@keyholder/db';
import { decideOwnershipOffer, fail, isOfferOpen, must } from '@keyholder/domain';
import type { UserId } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import type { AccountAccess, PersonAccess } from '../http/access.ts';
import { newMail } from '../mail/new-mail.ts';
import { offerEnded, readOffer } from '../roster/ownership-offer.ts';
import type { OwnershipOfferView } from '../roster/ownership-offer.ts';
import { readAccountStanding } from '../roster/standings.ts';
import { readParty, saveOffer } from './ownership-repository.ts';

/** Offers the account to one of its admins; an offer that was open ends with it [R12]. */
export function offerOwnership(
  deps: Pick<Deps, 'write'>,
  command: CommandContext,
  by: PersonAccess,
  account: AccountAccess,
  userId: UserId,
): Promise<OwnershipOfferView> {
  return deps.write(command, account.id, async (tx, { now, correlationId }) => {
    const actor = await readAccountStanding(tx, account.id, by.userId);
    const found = await readParty(tx, account.id, userId);
    const earlier = await readOffer(tx, account.id);

    const target = { userId, accountRole: found?.role ?? null };
    const offer = must(decideOwnershipOffer(actor, target, by.signedInAt, now));
    const recipient = found ?? fail('member.not_found');

    await saveOffer(tx, account.id, offer, now);
    const replaced = earlier !== null && earlier.userId !== userId && isOfferOpen(earlier, now);
    const expiresAt = offer.expiresAt.toISOString();

    return {
      result: {
        user: { id: userId, name: recipient.name },
        by: { id: by.userId, name: by.name },
        offeredAt: now.toISOString(),
        expiresAt,
      },
      events: [
        {
          action: 'ownership.offered',
          target: { kind: 'account', id: account.id },
          userId,
          after: { expiresAt },
        },
        ...(replaced ? [offerEnded(account.id, earlier, 'offered to somebody else')] : []),
      ],
      mails: [
        newMail('ownership_offered', {
          ref: correlationId,
          generation: 0,
          recipient: recipient.email,
          facts: {
            accountName: account.name,
            owner: { name: by.name, email: by.email },
            expiresAt,
            path: `/${account.slug}`,
          },
        }),
      ],
      signals: [{ event: 'account.changed', id: account.id }],
    };
  });
}
