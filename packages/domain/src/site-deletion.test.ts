import { describe, expect, it } from 'vitest';
import { decideSiteDeletion } from './membership.ts';
import { EVERY_ACCOUNT_ROLE, EVERY_SITE_ROLE, person, verdict } from './testing/people.ts';

describe('a site', () => {
  it.each([null, ...EVERY_SITE_ROLE])(
    'can be deleted by its Owners only, whatever they are in the account: %s [R3]',
    (siteRole) => {
      for (const accountRole of EVERY_ACCOUNT_ROLE) {
        const unseen = siteRole === null && accountRole === 'collaborator';
        const expected = siteRole === 'owner' ? 'allowed' : unseen ? 'not_found' : 'permission.denied';
        expect(verdict(decideSiteDeletion(person(accountRole, siteRole))), accountRole).toBe(expected);
      }
    },
  );

  it('is not there for somebody who does not belong to the account', () => {
    expect(verdict(decideSiteDeletion(person(null, null)))).toBe('not_found');
  });
});
