import type { CommandContext } from '@keyholder/db';
import { decideDecline, fail, must } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import type { PersonAccess } from '../http/access.ts';
import { newMail } from '../mail/new-mail.ts';
import { saveAnswer } from './invitation-repository.ts';
import { openLink, proveToken } from './presented-link.ts';
import { visitorOf } from './visitor.ts';

/** The invitee says no; the sender is told, the slot is free [R18]. Somebody else who is signed in may not answer for them. */
export async function declineInvitation(
  deps: Pick<Deps, 'read' | 'write' | 'links' | 'limits'>,
  request: {
    readonly person: PersonAccess | null;
    readonly clientAddress: string;
    readonly commandFor: (invitationId: string) => CommandContext;
  },
  input: { readonly token: string; readonly reason: string | null },
): Promise<null> {
  const token = await proveToken(deps, input.token, request.clientAddress);
  return deps.write(request.commandFor(token.id), token.accountId, async (tx, { now }) => {
    const link = await openLink(tx, token, now, true);
    must(decideDecline(link, now));
    if (visitorOf(request.person, link) === 'other') fail('invitation.wrong_person');
    const { invitation } = link;
    await saveAnswer(tx, invitation.id, { state: 'declined', answeredAt: now, declineReason: input.reason });
    return {
      result: null,
      events: [
        {
          action: 'invitation.declined',
          target: { kind: 'invitation', id: invitation.id },
          siteId: invitation.siteId,
          before: { state: 'pending', email: invitation.email, role: invitation.role },
          after: { state: 'declined' },
          reason: input.reason,
        },
      ],
      mails: [
        newMail('invitation_declined', {
          ref: invitation.id,
          generation: 1,
          recipient: link.invitedBy.email,
          facts: {
            accountName: link.accountName,
            siteName: link.site?.name ?? null,
            email: invitation.email,
            role: invitation.role,
            reason: input.reason,
          },
        }),
      ],
      signals: [
        {
          event: 'invitation.declined',
          id: invitation.id,
          ...(invitation.siteId ? { siteId: invitation.siteId } : {}),
        },
      ],
    };
  });
}
