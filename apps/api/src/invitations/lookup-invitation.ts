import { ACCOUNT_ROLE_LABELS, SITE_ROLE_LABELS, linkState } from '@keyholder/domain';
import type { AccountRole, LinkState, SiteRole, SsoOffer } from '@keyholder/domain';
import { databaseNow } from '@keyholder/db';
import type { Deps } from '../deps.ts';
import type { PersonAccess } from '../http/access.ts';
import { readOfferOf } from '../identity/sso-repository.ts';
import { openLink, proveToken } from './presented-link.ts';
import { visitorOf } from './visitor.ts';

export interface LinkView {
  readonly state: LinkState;
  readonly scope: 'site' | 'account';
  readonly account: { readonly name: string };
  readonly site?: { readonly name: string };
  readonly role: SiteRole | AccountRole;
  readonly roleLabel: string;
  readonly email: string;
  readonly invitedBy: { readonly name: string };
  readonly note: string | null;
  readonly expiresAt: string;
  readonly person: 'new' | 'existing';
  readonly signedIn: 'no' | 'same' | 'other';
  readonly sso: SsoOffer;
}

/** What a link shows. It changes nothing, however often it is asked [R20]. */
export async function lookupInvitation(
  deps: Pick<Deps, 'database' | 'read' | 'links' | 'limits'>,
  person: PersonAccess | null,
  token: string,
  clientAddress: string,
): Promise<LinkView> {
  const proven = await proveToken(deps, token, clientAddress);
  return deps.database.transaction(async (tx) => {
    const now = await databaseNow(tx);
    const link = await openLink(tx, proven, now, false);
    const { invitation } = link;
    const visitor = visitorOf(person, link);
    return {
      state: linkState(link, now),
      scope: invitation.scope,
      account: { name: link.accountName },
      ...(link.site ? { site: { name: link.site.name } } : {}),
      role: invitation.role,
      roleLabel:
        invitation.scope === 'site'
          ? SITE_ROLE_LABELS[invitation.role]
          : ACCOUNT_ROLE_LABELS[invitation.role],
      email: invitation.email,
      invitedBy: { name: link.invitedBy.name },
      note: link.note,
      expiresAt: invitation.expiresAt.toISOString(),
      person: link.holder === null ? 'new' : 'existing',
      signedIn: visitor === 'nobody' ? 'no' : visitor === 'invited' ? 'same' : 'other',
      sso: await readOfferOf(tx, link.place.accountId, invitation.email),
    };
  });
}
