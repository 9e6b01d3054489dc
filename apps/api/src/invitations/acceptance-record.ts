import type { NewAuditEvent, NewMail, Outcome, Signal } from '@keyholder/db';
import type { AccountRole, UserId } from '@keyholder/domain';
import { newMail } from '../mail/new-mail.ts';
import type { EndedKeys } from '../roster/revoke-api-keys.ts';
import type { OpenedLink } from './presented-link.ts';

/** What accepting answers (http-api.md, Invitations). */
export interface Accepted {
  readonly status: 'accepted' | 'already_accepted';
  readonly redirectTo: string;
  readonly site?: { readonly id: string; readonly slug: string; readonly name: string };
  readonly account: { readonly id: string; readonly slug: string; readonly name: string };
}

/** Where the person goes now: into the site's own admin, or to the Dashboard. */
export const landingOf = (link: OpenedLink, status: Accepted['status']): Accepted => ({
  status,
  redirectTo: link.site ? `/admin/${link.accountSlug}/${link.site.slug}` : `/${link.accountSlug}`,
  ...(link.site ? { site: { id: link.site.id, slug: link.site.slug, name: link.site.name } } : {}),
  account: { id: link.place.accountId, slug: link.accountSlug, name: link.accountName },
});

export interface Joined {
  readonly userId: UserId;
  readonly name: string;
  readonly accountRole: AccountRole;
  /** Whether the person is new in the account, and new in the place they were invited to. */
  readonly joinedAccount: boolean;
  readonly joined: boolean;
  /** Keys that were left of access that had ended before. */
  readonly keys: EndedKeys;
}

/** The outcome of an acceptance. Somebody who got in another way meanwhile keeps their role; only the invitation closes. */
export function recordAcceptance(link: OpenedLink, who: Joined): Outcome<Accepted> {
  const { invitation } = link;
  const { userId } = who;
  const siteId = invitation.siteId;
  const onSite = siteId ? { siteId } : {};
  const events: NewAuditEvent[] = [];
  const signals: Signal[] = [{ event: 'invitation.accepted', id: invitation.id, userId, ...onSite }];
  if (who.joinedAccount)
    events.push({
      action: 'account_member.joined',
      target: { kind: 'person', id: userId },
      userId,
      after: { role: who.accountRole },
    });
  if (who.joined && invitation.scope === 'site')
    events.push({
      action: 'site_member.joined',
      target: { kind: 'person', id: userId },
      siteId,
      userId,
      after: { role: invitation.role, source: 'invited', invitationId: invitation.id },
    });
  if (who.joined) signals.push({ event: 'membership.created', id: userId, userId, ...onSite });
  const mails: NewMail[] = who.joined ? [tellInviter(link, who)] : [];
  return {
    result: landingOf(link, who.joined ? 'accepted' : 'already_accepted'),
    events: [
      {
        action: 'invitation.accepted',
        target: { kind: 'invitation', id: invitation.id },
        siteId,
        userId,
        before: { state: 'pending' },
        after: { state: 'accepted', email: invitation.email, role: invitation.role },
      },
      ...events,
      ...who.keys.events,
    ],
    mails,
    signals: [...signals, ...who.keys.signals],
  };
}

const tellInviter = (link: OpenedLink, who: Joined): NewMail =>
  newMail('invitation_accepted', {
    ref: link.invitation.id,
    generation: 1,
    recipient: link.invitedBy.email,
    facts: {
      accountName: link.accountName,
      siteName: link.site?.name ?? null,
      person: { name: who.name, email: link.invitation.email },
      role: link.invitation.role,
      path: link.site
        ? `/${link.accountSlug}/sites/${link.site.slug}/members/${who.userId}`
        : `/${link.accountSlug}/members/${who.userId}`,
    },
  });
