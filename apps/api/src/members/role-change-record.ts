import type { NewAuditEvent, NewMail } from '@keyholder/db';
import type { EmailAddress, SiteId, SiteRole, UserId } from '@keyholder/domain';
import type { PersonAccess } from '../http/access.ts';
import { newMail } from '../mail/new-mail.ts';

interface RoleChange {
  readonly userId: UserId;
  readonly from: SiteRole;
  readonly to: SiteRole;
}

/** The event of another role on a site. */
export const roleChangedEvent = (siteId: SiteId, { userId, from, to }: RoleChange): NewAuditEvent => ({
  action: 'site_member.role_changed',
  target: { kind: 'person', id: userId },
  siteId,
  userId,
  before: { role: from },
  after: { role: to },
});

/** Which command it belongs to, the how-maniest mail of its kind there, and the names of the place. */
export interface MailOccasion {
  readonly correlationId: string;
  readonly generation: number;
  readonly accountName: string;
  readonly siteName: string;
  readonly recipient: EmailAddress;
}

export const roleChangedMail = (
  { correlationId, generation, recipient, ...place }: MailOccasion,
  by: PersonAccess,
  { from, to }: Pick<RoleChange, 'from' | 'to'>,
): NewMail =>
  newMail('role_changed', {
    ...{ ref: correlationId, generation, recipient },
    facts: { ...place, from, to, changedBy: { name: by.name, email: by.email } },
  });

/** To who was taken off a site. */
export const accessRemovedMail = (
  { correlationId, generation, recipient, ...place }: MailOccasion,
  by: PersonAccess,
): NewMail =>
  newMail('access_removed', {
    ...{ ref: correlationId, generation, recipient },
    facts: { ...place, removedBy: { name: by.name, email: by.email } },
  });
