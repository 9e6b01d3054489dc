import type {
  CommandContext,
  NewAuditEvent,
  NewMail,
  Outcome,
  Signal,
  Unchanged,
  WriteTx,
} from '@keyholder/db';
import { DomainError } from '@keyholder/domain';
import type { ErrorCode, Standing } from '@keyholder/domain';
import { sql } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import type { PersonAccess } from '../http/access.ts';
import { lockExpired } from './invitation-repository.ts';
import type { LockedInvitation } from './invitation-repository.ts';
import type { InvitationView } from './invitation-view.ts';
import { readInvitations } from './read-invitations.ts';
import { resend } from './resend-invitation.ts';
import { readManager, readStandingIn } from './venue.ts';
import type { Venue } from './venue.ts';

export interface ResendResult {
  readonly id: string;
  readonly email: string;
  readonly status: 'ok' | 'refused';
  readonly code?: ErrorCode;
  readonly invitation?: InvitationView;
}

type ResendDeps = Pick<Deps, 'write' | 'newNonce'>;

/** Sends a fresh link to every expired invitation of this place; each succeeds or is refused on its own [R15]. */
export function resendExpired(
  deps: ResendDeps,
  command: CommandContext,
  by: PersonAccess,
  venue: Venue,
): Promise<readonly ResendResult[]> {
  return deps.write(command, venue.place.accountId, async (tx, { now }) => {
    const sender = await readManager(tx, venue.place, by.userId, now);
    return resendEach(tx, deps, venue, now, () => Promise.resolve(sender));
  });
}

/** The same for an operator, who has no rights of their own: each is judged by those that its inviter has now [R23]. */
export function resendExpiredForInviters(
  deps: ResendDeps,
  command: CommandContext,
  venue: Venue,
): Promise<readonly ResendResult[]> {
  return deps.write(command, venue.place.accountId, (tx, { now }) =>
    resendEach(tx, deps, venue, now, ({ invitedBy }) => readStandingIn(tx, venue.place, invitedBy, now)),
  );
}

async function resendEach(
  tx: WriteTx,
  deps: ResendDeps,
  venue: Venue,
  now: Date,
  senderOf: (invitation: LockedInvitation) => Promise<Standing>,
): Promise<Outcome<readonly ResendResult[]> | Unchanged<readonly ResendResult[]>> {
  const done: { event: NewAuditEvent; mail: NewMail; signal: Signal }[] = [];
  const results: ResendResult[] = [];
  for (const invitation of await lockExpired(tx, venue.place, now)) {
    const { id, email } = invitation;
    try {
      // Everything is decided before anything is written, so a refusal leaves nothing of this one behind.
      done.push(await resend(tx, deps, await senderOf(invitation), venue, invitation, now));
      const [view] = await readInvitations(tx, sql`i.id = ${id}`);
      results.push({ id, email, status: 'ok', invitation: view! });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      results.push({ id, email, status: 'refused', code: error.code });
    }
  }
  const [first, ...rest] = done;
  if (!first) return { unchanged: true, result: results };
  return {
    result: results,
    events: [first.event, ...rest.map((one) => one.event)],
    mails: done.map((one) => one.mail),
    signals: done.map((one) => one.signal),
  };
}
