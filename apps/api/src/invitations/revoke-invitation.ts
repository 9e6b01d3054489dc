import type { CommandContext } from '@keyholder/db';
import { decideRevocation, fail, must } from '@keyholder/domain';
import type { InvitationId } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import type { PersonAccess } from '../http/access.ts';
import { lockInvitation, saveAnswer } from './invitation-repository.ts';
import { readManager } from './venue.ts';
import type { Venue } from './venue.ts';

/** Withdraws an invitation: immediate and final, the slot is free [R16]. */
export function revokeInvitation(
  deps: Pick<Deps, 'write'>,
  command: CommandContext,
  by: PersonAccess,
  { place }: Venue,
  id: InvitationId,
): Promise<null> {
  return deps.write(command, place.accountId, async (tx, { now }) => {
    const sender = await readManager(tx, place, by.userId, now);
    const invitation = (await lockInvitation(tx, place, id)) ?? fail('not_found');
    must(decideRevocation(sender, invitation));
    await saveAnswer(tx, id, { state: 'revoked', answeredAt: now });
    return {
      result: null,
      events: [
        {
          action: 'invitation.revoked',
          target: { kind: 'invitation', id },
          siteId: place.siteId,
          before: { email: invitation.email, role: invitation.role },
        },
      ],
      signals: [{ event: 'invitation.revoked', id, ...(place.siteId ? { siteId: place.siteId } : {}) }],
    };
  });
}
