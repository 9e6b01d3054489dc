import type { CommandContext, NewAuditEvent, NewMail, Signal, WriteTx } from '@keyholder/db';
import { decideResend, decideSeat, fail, must } from '@keyholder/domain';
import type { InvitationId, Standing } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import type { PersonAccess } from '../http/access.ts';
import { countSeats, holdsSeat } from '../roster/seats.ts';
import { namesOf } from './create-invitation.ts';
import { lockInvitation, readPerson, saveResend } from './invitation-repository.ts';
import type { LockedInvitation } from './invitation-repository.ts';
import type { InvitationView } from './invitation-view.ts';
import { readInvitations } from './read-invitations.ts';
import { sendInvitation } from './send-invitation.ts';
import { readManager } from './venue.ts';
import type { Venue } from './venue.ts';

/** Sends a fresh link for a fresh 48 hours or 7 days; every earlier link stops working at once [R15]. */
export function resendInvitation(
  deps: Pick<Deps, 'write' | 'newNonce'>,
  command: CommandContext,
  by: PersonAccess,
  venue: Venue,
  id: InvitationId,
): Promise<InvitationView> {
  return deps.write(command, venue.place.accountId, async (tx, { now }) => {
    const sender = await readManager(tx, venue.place, by.userId, now);
    const invitation = (await lockInvitation(tx, venue.place, id)) ?? fail('not_found');
    const resent = await resend(tx, deps, sender, venue, invitation, now);
    const [view] = await readInvitations(tx, sql`i.id = ${id}`);
    return { result: view!, events: [resent.event], mails: [resent.mail], signals: [resent.signal] };
  });
}

/** One resend inside a command: also what *resend expired* does to each. */
export async function resend(
  tx: WriteTx,
  deps: Pick<Deps, 'newNonce'>,
  sender: Standing,
  venue: Venue,
  invitation: LockedInvitation,
  now: Date,
): Promise<{ event: NewAuditEvent; mail: NewMail; signal: Signal }> {
  const { place } = venue;
  const { sentAt, expiresAt } = must(decideResend(sender, invitation, now));
  // One that still runs holds its seat; one that expired gave it up [R24].
  must(
    decideSeat(
      await countSeats(tx, place.accountId, now),
      await holdsSeat(tx, place.accountId, invitation.email, now),
    ),
  );
  const inviter = await readPerson(tx, invitation.invitedBy);
  const mail = await sendInvitation(
    tx,
    deps.newNonce,
    { ...invitation, place, expiresAt },
    namesOf(venue, inviter),
    now,
  );
  await saveResend(tx, invitation.id, sentAt, expiresAt);
  return {
    mail,
    event: {
      action: 'invitation.resent',
      target: { kind: 'invitation', id: invitation.id },
      siteId: place.siteId,
      before: { email: invitation.email, expiresAt: invitation.expiresAt.toISOString() },
      after: { email: invitation.email, expiresAt: expiresAt.toISOString() },
    },
    signal: {
      event: 'invitation.resent',
      id: invitation.id,
      ...(place.siteId ? { siteId: place.siteId } : {}),
    },
  };
}
