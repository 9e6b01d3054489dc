import type { NewMail } from '@keyholder/db';
import type { EmailAddress, SiteId, SiteRole } from '@keyholder/domain';
import type { AccountAccess, PersonAccess } from '../http/access.ts';
import { newMail } from '../mail/new-mail.ts';

interface Item {
  readonly siteId: SiteId;
  readonly role: SiteRole;
  readonly site: { readonly slug: string; readonly name: string };
}

/** One mail for all sites of one assignment [R35]. */
export const sitesAssignedMail = (
  correlationId: string,
  account: AccountAccess,
  by: PersonAccess,
  recipient: EmailAddress,
  items: readonly Item[],
  generation = 0,
): NewMail =>
  newMail('sites_assigned', {
    ref: correlationId,
    generation,
    recipient,
    facts: {
      accountName: account.name,
      assignedBy: { name: by.name, email: by.email },
      sites: items.map(({ site, role }) => ({
        name: site.name,
        role,
        path: `/admin/${account.slug}/${site.slug}`,
      })),
    },
  });

/** To every Owner of every site on which somebody gave themselves a role [R3]. */
export function selfAssignedMails(
  correlationId: string,
  account: AccountAccess,
  by: PersonAccess,
  items: readonly Item[],
  owners: readonly { readonly siteId: SiteId; readonly email: EmailAddress }[],
): NewMail[] {
  const bySite = new Map(items.map((item) => [item.siteId, item]));
  return owners.flatMap(({ siteId, email }, generation) => {
    const item = bySite.get(siteId);
    if (!item) return [];
    const facts = {
      accountName: account.name,
      siteName: item.site.name,
      role: item.role,
      person: { name: by.name, email: by.email },
    };
    return [newMail('self_assigned', { ref: correlationId, generation, recipient: email, facts })];
  });
}
