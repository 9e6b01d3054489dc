import type { CommandContext } from '@keyholder/db';
import { decideOfferWithdrawal, must } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import type { AccountAccess, PersonAccess } from '../http/access.ts';
import { deleteOffer, offerEnded, readOffer } from '../roster/ownership-offer.ts';
import { readAccountStanding } from '../roster/standings.ts';

/** Takes the open offer of ownership back [R12]. */
export async function withdrawOffer(
  deps: Pick<Deps, 'write'>,
  command: CommandContext,
  by: PersonAccess,
  account: AccountAccess,
): Promise<void> {
  await deps.write(command, account.id, async (tx, { now }) => {
    const actor = await readAccountStanding(tx, account.id, by.userId);
    const offer = must(decideOfferWithdrawal(actor, await readOffer(tx, account.id), now));

    await deleteOffer(tx, account.id);
    return {
      result: null,
      events: [offerEnded(account.id, offer, null)],
      signals: [{ event: 'account.changed', id: account.id }],
    };
  });
}
