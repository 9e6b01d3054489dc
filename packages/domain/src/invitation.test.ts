import { describe, expect, it } from 'vitest';
import {
  INVITATION_STATES,
  decideInvitation,
  decideReissue,
  decideRevocation,
  mayInvite,
  mayOffer,
} from './index.ts';
import type { AccountRole, SiteRole, Standing } from './index.ts';
import { accountInvitation, accountOffer, siteInvitation, siteOffer } from './testing/invitations.ts';
import {
  ACCOUNT_ROLE_OR_NONE,
  EVERY_ACCOUNT_ROLE,
  EVERY_SITE_ROLE,
  SITE_ROLE_OR_NONE,
  person,
  verdict,
} from './testing/people.ts';
import { ticked } from './testing/product-tables.ts';

const EMPTY = { activeRole: null, pending: null };
const OFFERS = [
  ...EVERY_SITE_ROLE.map(siteOffer),
  ...(['admin', 'member', 'viewer'] as const).map(accountOffer),
];

/** One person per account role and per site role × the seven site offers, then admin, member, viewer. */
const WHO_MAY_OFFER = `
  account:owner           ✓ ✓ ✓ ✓ ✓ ✓ ✓  ✓ ✓ ✓
  account:admin           ✓ ✓ ✓ ✓ ✓ ✓ ✓  ✓ ✓ ✓
  account:member          – – – – – – –  – – –
  account:viewer          – – – – – – –  – – –
  account:collaborator    – – – – – – –  – – –
  site:owner              ✓ ✓ ✓ ✓ ✓ ✓ ✓  – – –
  site:platform_admin     – ✓ ✓ ✓ ✓ ✓ ✓  – – –
  site:developer          – – – – – – –  – – –
  site:content_editor     – – – – – – –  – – –
  site:marketing_manager  – – – – – – –  – – –
  site:seo_specialist     – – – – – – –  – – –
  site:support_agent      – – – – – – –  – – –
`;

const standingOf = (name: string): Standing => {
  const [tier, role] = name.split(':');
  return tier === 'site' ? person('collaborator', role as SiteRole) : person(role as AccountRole, null);
};

describe('an invitation', () => {
  it.each(ticked(WHO_MAY_OFFER, OFFERS))(
    'by $name is allowed for exactly the offers of the table [R6, R7, A-013]',
    ({ name, on }) => {
      const by = standingOf(name);
      expect(OFFERS.filter((offer) => mayOffer(by, offer))).toEqual(on);
      expect(OFFERS.filter((offer) => decideInvitation(by, offer, EMPTY).allowed)).toEqual(on);
    },
  );

  it('by somebody without authority is denied; by somebody who may not give that role, the role is refused [A-013]', () => {
    expect(verdict(decideInvitation(person('member', 'developer'), siteOffer('support_agent'), EMPTY))).toBe(
      'permission.denied',
    );
    expect(
      verdict(decideInvitation(person('collaborator', 'platform_admin'), siteOffer('owner'), EMPTY)),
    ).toBe('role.not_grantable');
    expect(verdict(decideInvitation(person('member', 'owner'), accountOffer('viewer'), EMPTY))).toBe(
      'permission.denied',
    );
  });

  it.each(['owner', 'collaborator'] as const)(
    'to the account as %s is offered by nobody [R1, R2, A-017]',
    (role) => {
      for (const by of EVERY_ACCOUNT_ROLE)
        expect(mayOffer(person(by, 'owner'), accountOffer(role))).toBe(false);
      expect(verdict(decideInvitation(person('owner', null), accountOffer(role), EMPTY))).toBe(
        'role.not_grantable',
      );
    },
  );

  it('to the account is sent with team.manage only, whatever the role on a site', () => {
    for (const site of SITE_ROLE_OR_NONE)
      expect(ACCOUNT_ROLE_OR_NONE.filter((role) => mayInvite(person(role, site), 'account'))).toEqual([
        'owner',
        'admin',
      ]);
  });

  it('carries on with exactly what was offered', () => {
    expect(decideInvitation(person('admin', null), siteOffer('developer'), EMPTY)).toEqual({
      allowed: true,
      value: siteOffer('developer'),
    });
  });

  it('to an active member is refused and says which role they have [R14]', () => {
    const slot = { activeRole: 'support_agent', pending: siteInvitation() } as const;
    expect(decideInvitation(person('admin', null), siteOffer('developer'), slot)).toEqual({
      allowed: false,
      refusal: { code: 'member.already_active', facts: { role: 'support_agent' } },
    });
  });

  it('to an address with a pending one is refused, expired or not, and says what may be done [R13]', () => {
    const old = siteInvitation('developer', { sentAt: new Date(0) });
    for (const pending of [old, siteInvitation()])
      expect(
        decideInvitation(person('admin', null), siteOffer('developer'), { activeRole: null, pending }),
      ).toEqual({
        allowed: false,
        refusal: {
          code: 'invitation.already_pending',
          facts: { invitationId: pending.id, actions: ['resend', 'revoke'] },
        },
      });
  });

  it('tells somebody without authority neither of members nor of pending ones', () => {
    const slot = { activeRole: 'owner', pending: siteInvitation() } as const;
    expect(verdict(decideInvitation(person('viewer', 'seo_specialist'), siteOffer('developer'), slot))).toBe(
      'permission.denied',
    );
  });

  it('is pending, accepted, declined or revoked; expired is not a state', () => {
    expect(INVITATION_STATES).toEqual(['pending', 'accepted', 'declined', 'revoked']);
  });
});

describe('a revocation', () => {
  it('is allowed to whoever could make the offer, for every role and standing [R6, R7, R16]', () => {
    for (const account of ACCOUNT_ROLE_OR_NONE)
      for (const site of SITE_ROLE_OR_NONE)
        for (const role of EVERY_SITE_ROLE) {
          const all = account === 'owner' || account === 'admin' || site === 'owner';
          const wanted = all
            ? 'allowed'
            : site !== 'platform_admin'
              ? 'permission.denied'
              : role === 'owner'
                ? 'role.not_grantable'
                : 'allowed';
          expect(verdict(decideRevocation(person(account, site), siteInvitation(role)))).toBe(wanted);
        }
  });

  it.each(['accepted', 'declined', 'revoked'] as const)(
    'of an invitation that was %s is refused: that is final [R16]',
    (state) => {
      expect(decideRevocation(person('admin', null), siteInvitation('developer', { state }))).toEqual({
        allowed: false,
        refusal: { code: 'invitation.not_pending', facts: { state } },
      });
    },
  );

  it('of an account invitation needs team.manage', () => {
    expect(verdict(decideRevocation(person('admin', null), accountInvitation()))).toBe('allowed');
    expect(verdict(decideRevocation(person('member', 'owner'), accountInvitation()))).toBe(
      'permission.denied',
    );
  });
});

describe('a new role for a pending invitation', () => {
  it('is judged for the role on offer and for the new one [R7, R17]', () => {
    const p = person('collaborator', 'platform_admin');
    expect(verdict(decideReissue(p, siteInvitation('owner'), siteOffer('developer')))).toBe(
      'role.not_grantable',
    );
    expect(verdict(decideReissue(p, siteInvitation('developer'), siteOffer('owner')))).toBe(
      'role.not_grantable',
    );
    expect(decideReissue(p, siteInvitation('developer'), siteOffer('platform_admin'))).toEqual({
      allowed: true,
      value: siteOffer('platform_admin'),
    });
  });

  it('is refused without authority, and for one that is not pending any more', () => {
    expect(
      verdict(decideReissue(person('member', null), siteInvitation(), siteOffer('seo_specialist'))),
    ).toBe('permission.denied');
    const accepted = siteInvitation('developer', { state: 'accepted' });
    expect(verdict(decideReissue(person('owner', null), accepted, siteOffer('seo_specialist')))).toBe(
      'invitation.not_pending',
    );
  });
});
