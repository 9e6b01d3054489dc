import type { CommandContext } from '@keyholder/db';
import { decideNewLinkRequest, fail, must } from '@keyholder/domain';
import type { Deps } from '../deps.ts';
import { newMail } from '../mail/new-mail.ts';
import { saveNewLinkRequest } from './invitation-repository.ts';
import { openLink, proveToken } from './presented-link.ts';

/** The holder of a link may ask for a new one this often, in ms (http-api.md, Invitations). */
const PAUSE_MS = 3_600_000;

/** The holder of an old link asks the sender for a new one; the sender is mailed, nothing else changes. */
export async function requestNewLink(
  deps: Pick<Deps, 'read' | 'write' | 'links' | 'limits'>,
  request: { readonly clientAddress: string; readonly commandFor: (invitationId: string) => CommandContext },
  presented: string,
): Promise<null> {
  const token = await proveToken(deps, presented, request.clientAddress);
  return deps.write(request.commandFor(token.id), token.accountId, async (tx, { now }) => {
    const link = await openLink(tx, token, now, true);
    must(decideNewLinkRequest(link, now));
    const { invitation, newLinkAskedAt } = link;
    const wait = newLinkAskedAt ? newLinkAskedAt.getTime() + PAUSE_MS - now.getTime() : 0;
    if (wait > 0) fail('rate.limited', { retryAfter: Math.ceil(wait / 1000) });
    await saveNewLinkRequest(tx, invitation.id, now);
    return {
      result: null,
      events: [
        {
          action: 'invitation.new_link_requested',
          target: { kind: 'invitation', id: invitation.id },
          siteId: invitation.siteId,
          after: { email: invitation.email },
        },
      ],
      mails: [
        newMail('new_link_requested', {
          ref: invitation.id,
          // One a second at most can exist; the pause above keeps it to one an hour.
          generation: Math.floor(now.getTime() / 1000),
          recipient: link.invitedBy.email,
          facts: {
            accountName: link.accountName,
            siteName: link.site?.name ?? null,
            email: invitation.email,
            role: invitation.role,
            path: link.site
              ? `/${link.accountSlug}/sites/${link.site.slug}/invitations/${invitation.id}`
              : `/${link.accountSlug}/members?tab=pending`,
          },
        }),
      ],
    };
  });
}
