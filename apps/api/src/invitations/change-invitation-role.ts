import type { CommandContext } from '@keyholder/db';
import { newId } from '@keyholder/db';
import { decideReissue, decideSeat, expiryOf, fail, must } from '@keyholder/domain';
import type { InvitationId, Offer } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import type { PersonAccess } from '../http/access.ts';
import { countSeats, holdsSeat } from '../roster/seats.ts';
import { namesOf } from './create-invitation.ts';
import { lockInvitation, saveAnswer, saveInvitation } from './invitation-repository.ts';
import type { InvitationView } from './invitation-view.ts';
import { readInvitations } from './read-invitations.ts';
import { sendInvitation } from './send-invitation.ts';
import { offerOf, readManager } from './venue.ts';
import type { Venue } from './venue.ts';

/** Replaces the offered role: revokes and re-issues in one transaction, two events, the old link dies [R17]. */
export function changeInvitationRole(
  deps: Pick<Deps, 'write' | 'newNonce'>,
  command: CommandContext,
  by: PersonAccess,
  venue: Venue,
  id: InvitationId,
  role: Offer['role'],
): Promise<InvitationView> {
  const { place } = venue;
  return deps.write(command, place.accountId, async (tx, { now }) => {
    const sender = await readManager(tx, place, by.userId, now);
    const old = (await lockInvitation(tx, place, id)) ?? fail('not_found');
    must(decideReissue(sender, old, offerOf(place, role)));
    must(
      decideSeat(
        await countSeats(tx, place.accountId, now),
        await holdsSeat(tx, place.accountId, old.email, now),
      ),
    );

    const offer = {
      id: newId<InvitationId>(),
      place,
      email: old.email,
      role,
      note: old.note,
      invitedBy: by.userId,
      sentAt: now,
      expiresAt: expiryOf(place.scope, now),
    };
    await saveAnswer(tx, id, { state: 'revoked', answeredAt: now });
    await saveInvitation(tx, offer);
    const mail = await sendInvitation(tx, deps.newNonce, offer, namesOf(venue, by), now);

    const [view] = await readInvitations(tx, sql`i.id = ${offer.id}`);
    const siteId = place.siteId;
    return {
      result: view!,
      mails: [mail],
      events: [
        {
          action: 'invitation.revoked',
          target: { kind: 'invitation', id },
          siteId,
          before: { email: old.email, role: old.role },
          reason: 'role changed',
        },
        {
          action: 'invitation.created',
          target: { kind: 'invitation', id: offer.id },
          siteId,
          after: { email: old.email, role, replaces: id, expiresAt: offer.expiresAt.toISOString() },
        },
      ],
      signals: [
        { event: 'invitation.revoked', id, ...(siteId ? { siteId } : {}) },
        { event: 'invitation.created', id: offer.id, ...(siteId ? { siteId } : {}) },
      ],
    };
  });
}
