import type { CommandContext } from '@keyholder/db';
import { newId } from '@keyholder/db';
import { decideInvitation, decideSeat, expiryOf, fail, must } from '@keyholder/domain';
import type { EmailAddress, InvitationId, Offer } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import type { PersonAccess } from '../http/access.ts';
import { countSeats, holdsSeat } from '../roster/seats.ts';
import { lockPending, saveInvitation } from './invitation-repository.ts';
import type { InvitationView } from './invitation-view.ts';
import { readInvitations } from './read-invitations.ts';
import { sendInvitation } from './send-invitation.ts';
import { offerOf, readActiveMember, readManager } from './venue.ts';
import type { Venue } from './venue.ts';

export interface InvitationInput {
  readonly email: EmailAddress;
  readonly role: Offer['role'];
  readonly note: string | null;
}

/** Offers a role to an address [R6, R7, R13, R14, R24, R26]. */
export function createInvitation(
  deps: Pick<Deps, 'write' | 'newNonce'>,
  command: CommandContext,
  by: PersonAccess,
  venue: Venue,
  { email, role, note }: InvitationInput,
): Promise<InvitationView> {
  const { place } = venue;
  return deps.write(command, place.accountId, async (tx, { now }) => {
    const sender = await readManager(tx, place, by.userId, now);
    const member = await readActiveMember(tx, place, email, now);
    const pending = await lockPending(tx, place, email);

    const decision = decideInvitation(sender, offerOf(place, role), {
      activeRole: member?.role ?? null,
      pending,
    });
    if (!decision.allowed && decision.refusal.code === 'invitation.already_pending' && pending) {
      const [existing] = await readInvitations(tx, sql`i.id = ${pending.id}`);
      fail('invitation.already_pending', { invitation: existing, actions: ['resend', 'revoke'] });
    }
    if (!decision.allowed && decision.refusal.code === 'member.already_active' && member)
      fail('member.already_active', { member: { id: member.id, name: member.name }, role: member.role });
    must(decision);
    must(
      decideSeat(
        await countSeats(tx, place.accountId, now),
        await holdsSeat(tx, place.accountId, email, now),
      ),
    );

    const offer = {
      id: newId<InvitationId>(),
      place,
      email,
      role,
      note,
      invitedBy: by.userId,
      sentAt: now,
      expiresAt: expiryOf(place.scope, now),
    };
    await saveInvitation(tx, offer);
    const mail = await sendInvitation(tx, deps.newNonce, offer, namesOf(venue, by), now);

    const [view] = await readInvitations(tx, sql`i.id = ${offer.id}`);
    return {
      result: view!,
      mails: [mail],
      events: [
        {
          action: 'invitation.created',
          target: { kind: 'invitation', id: offer.id },
          siteId: place.siteId,
          after: { email, role, expiresAt: offer.expiresAt.toISOString() },
        },
      ],
      signals: [
        { event: 'invitation.created', id: offer.id, ...(place.siteId ? { siteId: place.siteId } : {}) },
      ],
    };
  });
}

/** What the mails of this venue say when this person stands behind the offer. */
export const namesOf = (venue: Venue, by: Pick<PersonAccess, 'name' | 'email'>) => ({
  accountName: venue.accountName,
  siteName: venue.siteName,
  invitedBy: { name: by.name, email: by.email },
});
